/**
 * A plugin's identity in its bundle manifest. Import with the range {@code [1.0,2)}.
 */
@Export
@Version("1.0.0")
package org.bindery.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
