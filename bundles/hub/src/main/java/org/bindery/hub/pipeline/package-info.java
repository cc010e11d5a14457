/** The chain of pre-save steps, its order with reasons, and its metrics. */
@Export
@Version("1.0.0")
package org.bindery.hub.pipeline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
