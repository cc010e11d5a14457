/**
 * The embedded store's life: start it, take a backup, check it, restore it. Implemented here, used by the store
 * bundle; import {@code [1.0,2)}.
 */
@Export
@Version("1.0.0")
package org.bindery.store.embedded;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
