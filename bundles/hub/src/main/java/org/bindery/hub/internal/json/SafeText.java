package org.bindery.hub.internal.json;

import java.util.Optional;

/** Texts that every store, index and client can hold. */
public final class SafeText {

    private SafeText() {}

    /** What is wrong with a text; empty if nothing. */
    public static Optional<String> problem(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of("has " + text.length() + " characters; at most " + longest);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("has a NUL character at position " + i);
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    return Optional.of("has half a surrogate pair at position " + i + ", which is no character");
                }
                i++;
            }
        }
        return Optional.empty();
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
