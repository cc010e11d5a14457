/**
 * Running programs: what to run, within which limits, and what came of it.
 *
 * <p>Implemented by this bundle; import with the range {@code [1.0,2)} to call it. {@link
 * org.bindery.exec.ResponseTarget} and the listeners inside requests are implemented by callers. Nothing here knows
 * manifests, HTTP or records.
 */
@Export
@Version("1.0.0")
package org.bindery.exec;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
