/** Readiness: who is not ready yet, and why. */
@Export
@Version("1.0.0")
package org.bindery.hub.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
