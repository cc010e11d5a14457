package org.bindery.store.embedded.internal.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import java.util.Set;

/** Errors as the documents a driver understands. */
final class ErrorDocument {

    private static final int OPERATION_FAILED = 96;

    /** WriteConflict, LockTimeout, SnapshotUnavailable, NoSuchTransaction: the whole transaction may be tried again. */
    private static final Set<Integer> PASSING = Set.of(112, 24, 246, 251);

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

    /** The same with the label by which a driver tries a transaction again whose failure may pass. */
    static Document of(MongoServerException exception, Document command) {
        Document document = of(exception);
        boolean inTransaction = Boolean.FALSE.equals(command.get("autocommit"));
        if (inTransaction && exception instanceof MongoServerError error && PASSING.contains(error.getCode())) {
            document.put("errorLabels", List.of("TransientTransactionError"));
        }
        return document;
    }

    /** For a mistake of our own: the client learns that it is one, the log has the rest. */
    static Document internal(Throwable cause) {
        return of(WireErrors.internal("the embedded store failed inside (its log has the cause): "
                + cause.getClass().getSimpleName()));
    }
}
