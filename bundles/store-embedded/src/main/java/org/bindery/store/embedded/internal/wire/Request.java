package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Locale;
import java.util.Set;

/**
 * One command of a client.
 *
 * @param form how it was sent, and so how it is answered
 * @param document the command, its arguments and {@code $db}
 * @param answered false if the client asked for no answer
 */
record Request(ReplyForm form, Document document, boolean answered) {

    private static final Set<String> HELLO = Set.of("hello", "ismaster");

    String command() {
        return document.isEmpty() ? "" : document.keySet().iterator().next();
    }

    /** The driver's question what this server is; the only kind that may come in the old query form. */
    boolean isHello() {
        return HELLO.contains(command().toLowerCase(Locale.ROOT));
    }
}
