package org.bindery.http.internal.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bindery.api.error.ApiException;

/** Splits a raw request path into decoded segments; a trailing slash does not count (fylr-spec 13). */
public final class PathSegments {

    private PathSegments() {}

    public static List<String> of(String rawPath) {
        int end = rawPath.endsWith("/") ? rawPath.length() - 1 : rawPath.length();
        if (end <= 1) {
            return List.of();
        }
        return Arrays.stream(rawPath.substring(1, end).split("/", -1))
                .map(PathSegments::decode)
                .toList();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException bad) {
            throw new ApiException(Failures.badParameter("path", segment, "percent-encoded UTF-8"), bad);
        }
    }
}
