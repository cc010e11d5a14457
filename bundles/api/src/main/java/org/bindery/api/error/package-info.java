/**
 * Errors as a client sees them: a code, a text in the client's language and the place to look.
 *
 * <p>Import with the range {@code [1.0,2)}. The shapes follow the fylr API error document (fylr-spec 4.6 and 13).
 */
@Export
@Version("1.0.0")
package org.bindery.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
