package org.bindery.exec.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of configuration properties as text: single ones, lists and lists of {@code NAME=value}. */
final class PropertyText {

    private PropertyText() {}

    static String of(Object value) {
        return value == null ? "" : value.toString().strip();
    }

    static List<String> list(Object value) {
        if (value instanceof Object[] array) {
            return texts(Arrays.asList(array));
        }
        if (value instanceof Collection<?> collection) {
            return texts(collection);
        }
        return texts(Arrays.asList(of(value).split(",")));
    }

    private static List<String> texts(Collection<?> values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            String text = of(value);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    static Map<String, String> pairs(String key, List<String> texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(key + " must hold NAME=value, not " + text);
            }
            pairs.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return Map.copyOf(pairs);
    }
}
