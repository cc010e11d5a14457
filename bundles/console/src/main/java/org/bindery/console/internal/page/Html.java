package org.bindery.console.internal.page;

/** Collects HTML; whatever comes from outside goes through {@link #text}. */
public final class Html {

    private final StringBuilder html = new StringBuilder(4096);

    /** @param markup our own markup, added as it is */
    public Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** @param text any text, fit for content and for quoted attributes */
    public Html text(Object text) {
        String plain = String.valueOf(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return this;
    }

    /** Adds a cell with a text. */
    public Html cell(Object text) {
        return raw("<td>").text(text).raw("</td>");
    }

    /** Adds a cell with a number. */
    public Html number(long number) {
        return raw("<td class=\"number\">").raw(Long.toString(number)).raw("</td>");
    }

    /** Adds a row of column heads. */
    public Html heads(String... names) {
        raw("<thead><tr>");
        for (String name : names) {
            raw("<th scope=\"col\">").text(name).raw("</th>");
        }
        return raw("</tr></thead>");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
