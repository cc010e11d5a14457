package org.bindery.http.internal.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindery.api.error.ApiException;

/**
 * Names and values of a query string or form. Read from the URL alone, so that asking for a parameter never swallows a
 * request body that is JSON under a form's content type.
 */
public final class Query {

    private static final Set<String> TOKENS = Set.of("access_token", "token");

    private static final int MOST_PARAMETERS = 200;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads {@code a=1&b=2}; null means none. */
    public static Query of(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            String[] pairs = text.split("&", MOST_PARAMETERS + 1);
            if (pairs.length > MOST_PARAMETERS) {
                throw new ApiException(
                        Failures.badParameter("query", "", "at most " + MOST_PARAMETERS + " parameters"));
            }
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values);
    }

    /** First value of a parameter. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(list -> list.get(0));
    }

    /** True for {@code 1}, {@code true} and {@code yes}. */
    public boolean flag(String name) {
        return first(name)
                .filter(value -> Set.of("1", "true", "yes").contains(value))
                .isPresent();
    }

    public long number(String name, long otherwise, long least, long most) {
        Optional<String> text = first(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String expected = "a whole number from " + least + " to " + most;
        return parse(text.get())
                .filter(value -> value >= least && value <= most)
                .orElseThrow(() -> new ApiException(Failures.badParameter(name, text.get(), expected)));
    }

    private static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Everything but tokens: what plugins may see. */
    public Map<String, List<String>> withoutTokens() {
        Map<String, List<String>> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(TOKENS);
        return rest;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException bad) {
            throw new ApiException(Failures.badParameter("query", text, "percent-encoded UTF-8"), bad);
        }
    }
}
