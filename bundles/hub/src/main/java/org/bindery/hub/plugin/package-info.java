/** What the hub knows of plugins: the gate that parks calls during a swap, and the catalogue for admins. */
@Export
@Version("1.0.0")
package org.bindery.hub.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
