package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.bindery.store.embedded.internal.session.NoSuchTransaction;
import org.bindery.store.embedded.internal.session.WriteConflict;

/** Replies in MongoDB's form. */
public final class Reply {

    private Reply() {}

    public static Document ok() {
        return new Document("ok", 1.0);
    }

    /** A reply that ends with ok. */
    public static Document ok(Document fields) {
        return fields.append("ok", 1.0);
    }

    /** The first documents of an answer, and the cursor for the rest, or 0. */
    public static Document firstBatch(String namespace, long cursor, List<Document> batch) {
        return cursor(new Document("firstBatch", batch), namespace, cursor);
    }

    /** Further documents of an answer. */
    public static Document nextBatch(String namespace, long cursor, List<Document> batch) {
        return cursor(new Document("nextBatch", batch), namespace, cursor);
    }

    private static Document cursor(Document batch, String namespace, long cursor) {
        batch.append("id", cursor).append("ns", namespace);
        return ok(new Document("cursor", batch));
    }

    /** What went wrong. */
    public static Document error(MongoServerError error) {
        Document reply = new Document("ok", 0.0)
                .append("errmsg", error.getMessageWithoutErrorCode())
                .append("code", error.getCode());
        reply.putIfNotNull("codeName", error.getCodeName());
        if (error instanceof WriteConflict || error instanceof NoSuchTransaction) {
            reply.append("errorLabels", List.of("TransientTransactionError"));
        }
        return reply;
    }

    /** What went wrong with one of several writes. */
    public static Document writeError(int index, MongoServerError error) {
        Document reply = new Document("index", index)
                .append("code", error.getCode())
                .append("errmsg", error.getMessageWithoutErrorCode());
        reply.putIfNotNull("codeName", error.getCodeName());
        return reply;
    }
}
