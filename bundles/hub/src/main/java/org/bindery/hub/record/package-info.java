/** Records: save, read, list, delete. */
@Export
@Version("1.0.0")
package org.bindery.hub.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
