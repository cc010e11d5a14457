package org.bindery.http.internal.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds the access token in every spelling clients use (fylr-spec 1.6). */
public final class Bearer {

    private static final int LONGEST_TOKEN = 1024;
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    public static Optional<String> token(HttpServletRequest request) {
        return header(request, "Authorization")
                .or(() -> header(request, "X-Fylr-Authorization"))
                .or(() -> query(request))
                .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).trim());
    }

    private static Optional<String> query(HttpServletRequest request) {
        Query query = Query.of(request.getQueryString());
        return query.first("access_token").or(() -> query.first("token"));
    }
}
