package org.bindery.hub.internal.failure;

/** Makes text that came from outside fit for a message: short, and nothing in it that cannot be printed. */
public final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    /** Shortens a text and replaces what is no printable character. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '?'));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    /** The same in quotation marks. */
    public static String quoted(String text) {
        return "\"" + text(text) + "\"";
    }

    private static boolean isPrintable(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
