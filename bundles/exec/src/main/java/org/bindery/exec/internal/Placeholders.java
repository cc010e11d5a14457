package org.bindery.exec.internal;

import java.util.Map;

/** Fills {@code %name%} inside texts in one pass: values are not looked at again, unknown names stay as they are. */
final class Placeholders {

    private final Map<String, String> values;

    Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    String fill(String text) {
        int open = text.indexOf('%');
        if (open < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int copied = 0;
        while (open >= 0) {
            int close = text.indexOf('%', open + 1);
            String value = close < 0 ? null : values.get(text.substring(open + 1, close));
            if (value != null) {
                filled.append(text, copied, open).append(value);
                copied = close + 1;
            }
            // An unknown name may end with the sign that begins a known one, as in 100%_exec.workDir%.
            open = value == null ? close : text.indexOf('%', copied);
        }
        return filled.append(text, copied, text.length()).toString();
    }
}
