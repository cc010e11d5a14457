package org.bindery.hub.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Free JSON that may be stored as it is: texts, keys, numbers and depth are within bounds. */
public final class SafeJson {

    private static final int BYTES_OF_A_NUMBER = 12;
    private static final int BYTES_AROUND = 8;

    private final int deepest;
    private final int longestText;

    /**
     * @param deepest how many levels there may be
     * @param longestText how many characters a text or a key may have
     */
    public SafeJson(int deepest, int longestText) {
        this.deepest = deepest;
        this.longestText = longestText;
    }

    /** What is wrong with a tree; empty if nothing. */
    public Optional<String> problem(JsonNode json) {
        return problem(json, 1);
    }

    private Optional<String> problem(JsonNode json, int depth) {
        if (depth > deepest) {
            return Optional.of("has more than " + deepest + " levels");
        }
        if (json.isTextual()) {
            return SafeText.problem(json.textValue(), longestText);
        }
        if (json.isNumber() && !Double.isFinite(json.doubleValue())) {
            return Optional.of("has a number that is too large");
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Optional<String> problem = SafeText.problem(entry.getKey(), longestText)
                    .map(text -> "has a key that " + text)
                    .or(() -> problem(entry.getValue(), depth + 1));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return json.isArray() ? elements(json, depth) : Optional.empty();
    }

    private Optional<String> elements(JsonNode array, int depth) {
        for (JsonNode element : array) {
            Optional<String> problem = problem(element, depth + 1);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** About how many bytes a tree takes when stored. */
    public static long size(JsonNode json) {
        if (json.isTextual()) {
            return BYTES_AROUND + utf8Length(json.textValue());
        }
        if (!json.isContainerNode()) {
            return BYTES_OF_A_NUMBER;
        }
        long size = BYTES_AROUND;
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            size += BYTES_AROUND + utf8Length(entry.getKey()) + size(entry.getValue());
        }
        if (json.isArray()) {
            for (JsonNode element : json) {
                size += BYTES_AROUND + size(element);
            }
        }
        return size;
    }

    private static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
