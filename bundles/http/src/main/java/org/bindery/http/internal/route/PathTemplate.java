package org.bindery.http.internal.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path such as {@code /api/v1/db/{objecttype}}: literal segments, and parameters that take one segment each.
 *
 * @param segments the segments; a parameter keeps its braces
 */
public record PathTemplate(List<String> segments) {

    public PathTemplate {
        segments = List.copyOf(segments);
    }

    public static PathTemplate parse(String path) {
        return new PathTemplate(List.of(path.substring(1).split("/")));
    }

    /** Matches decoded path segments; literal segments must be equal. */
    public Optional<Map<String, String>> match(List<String> actual) {
        if (actual.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            if (isParameter(expected)) {
                parameters.put(expected.substring(1, expected.length() - 1), actual.get(i));
            } else if (!expected.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** How many segments are literal: the path with more of them is the better match. */
    public long literals() {
        return segments.stream().filter(segment -> !isParameter(segment)).count();
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
