/**
 * The save pipeline: steps that see every object before it is written, and may change or refuse it.
 *
 * <p>A plugin implements {@link org.bindery.api.save.PreSaveStep} and publishes it as an OSGi service; import with the
 * range {@code [1.0,2)}. The rules follow {@code db_pre_save} (fylr-spec 6).
 */
@Export
@Version("1.0.0")
package org.bindery.api.save;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
