package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** A message that is no command this server takes. It is answered, and the connection closed where its rest is unclear. */
final class UnreadableRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ReplyForm form;
    private final transient MongoServerError error;
    private final boolean connectionUsable;

    UnreadableRequestException(ReplyForm form, MongoServerError error, boolean connectionUsable) {
        super(error);
        this.form = form;
        this.error = error;
        this.connectionUsable = connectionUsable;
    }

    ReplyForm form() {
        return form;
    }

    MongoServerError error() {
        return error;
    }

    boolean connectionUsable() {
        return connectionUsable;
    }
}
