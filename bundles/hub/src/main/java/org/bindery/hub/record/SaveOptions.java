package org.bindery.hub.record;

import java.util.List;
import java.util.Map;

/**
 * How to save (fylr-spec 13.1, query of POST /db).
 *
 * @param format shape of the answer
 * @param dryRun runs everything but the write
 * @param skipPlugins leaves the pre-save steps out; needs {@code system.root}
 * @param method HTTP method of the request, for the plugins' info
 * @param path path of the request, for the plugins' info
 * @param query query of the request without tokens, for the plugins' info
 */
public record SaveOptions(
        Format format,
        boolean dryRun,
        boolean skipPlugins,
        String method,
        String path,
        Map<String, List<String>> query) {

    /** @return options of a plain save outside a request */
    public static SaveOptions plain() {
        return new SaveOptions(Format.STANDARD, false, false, "", "", Map.of());
    }
}
