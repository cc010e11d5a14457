/** Users, sessions and tokens. */
@Export
@Version("1.0.0")
package org.bindery.hub.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
