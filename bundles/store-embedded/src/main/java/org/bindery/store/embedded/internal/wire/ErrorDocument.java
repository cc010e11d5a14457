package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** Errors as the documents a driver understands. */
final class ErrorDocument {

    private static final int OPERATION_FAILED = 96;

    private ErrorDocument() {}

    static Document of(MongoServerException exception) {
        Document document = new Document("ok", 0.0);
        document.put("errmsg", exception.getMessageWithoutErrorCode());
        if (exception instanceof MongoServerError error) {
            document.put("code", error.getCode());
            document.put("codeName", error.getCodeName());
        } else {
            document.put("code", OPERATION_FAILED);
            document.put("codeName", "OperationFailed");
        }
        return document;
    }

    /** For a mistake of our own: the client learns that it is one, the log has the rest. */
    static Document internal(Throwable cause) {
        return of(WireErrors.internal("the embedded store failed inside (its log has the cause): "
                + cause.getClass().getSimpleName()));
    }
}
