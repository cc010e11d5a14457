package org.bindery.store.internal;

/**
 * Keys of JSON as field names of MongoDB and back. A dot or dollar in a name would change what a query or update
 * means, NUL and lone surrogates cannot be stored at all, so they are written as {@code %} and their code. Every name
 * has exactly one escaped form; nothing a user writes can look like one of ours.
 */
final class FieldNames {

    /** How the empty key is stored; no other key gives a single percent sign. */
    private static final String EMPTY = "%";

    private static final char ESCAPE = '%';
    private static final char LONG_FORM = 'u';
    private static final int SHORT_DIGITS = 2;
    private static final int LONG_DIGITS = 4;
    private static final int HEX = 16;

    private FieldNames() {}

    /** The name under which this key is stored. */
    static String escape(String key) {
        if (key.isEmpty()) {
            return EMPTY;
        }
        StringBuilder escaped = null;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean special = isSpecial(key, i);
            if (special && escaped == null) {
                escaped = new StringBuilder(key.length() + HEX).append(key, 0, i);
            }
            if (special) {
                append(escaped, c);
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? key : escaped.toString();
    }

    /** The key that is stored under this name. */
    static String unescape(String name) {
        if (name.equals(EMPTY)) {
            return "";
        }
        int next = name.indexOf(ESCAPE);
        if (next < 0) {
            return name;
        }
        StringBuilder key = new StringBuilder(name.length());
        int done = 0;
        while (next >= 0) {
            key.append(name, done, next);
            boolean isLong = name.charAt(next + 1) == LONG_FORM;
            int start = next + (isLong ? 2 : 1);
            done = start + (isLong ? LONG_DIGITS : SHORT_DIGITS);
            key.append((char) Integer.parseInt(name, start, done, HEX));
            next = name.indexOf(ESCAPE, done);
        }
        return key.append(name, done, name.length()).toString();
    }

    /** Whether text has half a surrogate pair, which no UTF-8 can hold. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpecial(String key, int i) {
        char c = key.charAt(i);
        return c == '.' || c == '$' || c == ESCAPE || c == 0 || isLoneSurrogate(key, i);
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static void append(StringBuilder escaped, char c) {
        if (Character.isSurrogate(c)) {
            escaped.append(ESCAPE).append(LONG_FORM).append(Integer.toHexString(c));
        } else {
            escaped.append(ESCAPE).append(Character.forDigit(c / HEX, HEX)).append(Character.forDigit(c % HEX, HEX));
        }
    }
}
