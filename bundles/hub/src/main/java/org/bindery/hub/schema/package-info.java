/** The data model: objecttypes, columns, masks. */
@Export
@Version("1.0.0")
package org.bindery.hub.schema;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
