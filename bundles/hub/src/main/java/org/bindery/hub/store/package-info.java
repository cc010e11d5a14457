/** The small store interfaces the hub needs. Implemented by the store bundle, which alone knows MongoDB. */
@Export
@Version("1.0.0")
package org.bindery.hub.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
