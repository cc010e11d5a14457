package org.bindery.hub.internal.pipeline;

/** Makes foreign values fit into one sentence for people. */
final class Sentences {

    /** Longest foreign text taken into an error or a reason, so that a plugin cannot flood log and answer. */
    static final int LIMIT = 500;

    private Sentences() {}

    /** @return the value as one line of at most {@value #LIMIT} characters */
    static String cut(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LIMIT ? text : text.substring(0, LIMIT - 1) + "…";
    }

    /** @return what went wrong: the kind of the failure and its message, never a stack trace */
    static String cause(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        return cut(message == null || message.isBlank() ? kind : kind + ": " + message);
    }
}
