/** Figures: durations and their percentiles. */
@Export
@Version("1.0.0")
package org.bindery.hub.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
