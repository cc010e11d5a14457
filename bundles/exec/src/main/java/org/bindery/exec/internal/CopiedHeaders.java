package org.bindery.exec.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers that are copied between a program and a client: all but those of the connection, and secrets. */
final class CopiedHeaders {

    private static final Set<String> NOT_COPIED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host",
            "content-length",
            "authorization");

    private CopiedHeaders() {}

    /** @param without one more name that is not copied */
    static Map<String, List<String>> of(Map<String, List<String>> headers, String without) {
        Map<String, List<String>> copied = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase(without)) {
                copied.put(name, List.copyOf(values));
            }
        });
        return copied;
    }
}
