package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** Options that change the meaning of a command and that the embedded store does not have. */
final class Refusals {

    private static final int NOT_SUPPORTED = 115;

    private Refusals() {}

    /** Only the binary order of texts is there. */
    static void collation(Document options) {
        if (options.get("collation") instanceof Document collation
                && !collation.isEmpty()
                && !"simple".equals(collation.get("locale"))) {
            throw notSupported("collation; store a folded copy of the text and sort by that");
        }
    }

    static MongoServerError notSupported(String what) {
        return new MongoServerError(
                NOT_SUPPORTED, "CommandNotSupported", "the embedded store does not support " + what);
    }
}
