package org.bindery.api.save;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who saves, and how the request came in.
 *
 * @param user the acting user; never null
 * @param method HTTP method of the request, for example {@code POST}; empty outside a request; never null
 * @param path path of the request, for example {@code /api/v1/db/object}; empty outside a request; never null
 * @param query the request's query parameters without tokens; never null; unmodifiable
 * @param languages languages for people's texts, best first, as tags such as {@code de-DE}; never null
 * @param dryRun true if nothing will be written (fylr-spec 13.1)
 * @param depth how many saves this one stands in: 0 for a client's save, 1 for one made by a plugin's callback
 */
public record SaveInfo(
        SaveUser user,
        String method,
        String path,
        Map<String, List<String>> query,
        List<String> languages,
        boolean dryRun,
        int depth) {

    /** Checks for nulls and takes unmodifiable copies. */
    public SaveInfo {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        query = Map.copyOf(query);
        languages = List.copyOf(languages);
    }

    /**
     * The info of a save outside an HTTP request, as in a test of a plugin.
     *
     * @param user the acting user; not null
     * @return an info without request, query and languages
     */
    public static SaveInfo of(SaveUser user) {
        return new SaveInfo(user, "", "", Map.of(), List.of(), false, 0);
    }
}
