package org.bindery.store.internal;

/**
 * Makes any key fit for a stored document and back: {@code .}, {@code $}, NUL and the empty key mean something to
 * MongoDB. Keys without them, which are nearly all, stay as they are.
 */
final class FieldNames {

    /** What an escape begins with; no escaped key contains it in another sense. */
    static final char ESCAPE = '%';

    private static final String EMPTY = "%-";
    private static final String SPECIAL = ".$%\0";

    private FieldNames() {}

    static String escape(String name) {
        if (name.isEmpty()) {
            return EMPTY;
        }
        for (int i = 0; i < name.length(); i++) {
            if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
                return escapeFrom(name);
            }
        }
        return name;
    }

    private static String escapeFrom(String name) {
        StringBuilder escaped = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int special = SPECIAL.indexOf(c);
            if (special < 0) {
                escaped.append(c);
            } else {
                escaped.append(ESCAPE).append((char) ('0' + special));
            }
        }
        return escaped.toString();
    }

    static String unescape(String name) {
        if (name.indexOf(ESCAPE) < 0) {
            return name;
        }
        if (name.equals(EMPTY)) {
            return "";
        }
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            plain.append(c == ESCAPE ? SPECIAL.charAt(name.charAt(++i) - '0') : c);
        }
        return plain.toString();
    }
}
