package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bindery.store.embedded.internal.session.WriteConflict;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Runs the statements of one command, stops or goes on after an error as the client wants, and counts right. */
final class WriteResults {

    private final List<Document> errors = new ArrayList<>();
    private final List<Document> upserted = new ArrayList<>();
    private long matched;
    private long modified;

    /** Runs each statement; the first error ends an ordered command. */
    void each(Request request, List<Document> statements, Consumer<Indexed> run) {
        boolean ordered = request.flag("ordered", true);
        for (int i = 0; i < statements.size(); i++) {
            try {
                run.accept(new Indexed(i, statements.get(i)));
            } catch (StoreFailure | WriteConflict e) {
                throw e;
            } catch (MongoServerError e) {
                errors.add(Reply.writeError(i, e));
                if (ordered) {
                    return;
                }
            }
        }
    }

    /**
     * A statement and its place in the command.
     *
     * @param index its place
     * @param statement the statement
     */
    record Indexed(int index, Document statement) {}

    void matched() {
        matched++;
    }

    void modified() {
        modified++;
    }

    void upserted(int index, Object id) {
        upserted.add(new Document("index", index).append("_id", id));
    }

    boolean failed() {
        return !errors.isEmpty();
    }

    /** The reply to an insert or delete. */
    Document counted() {
        return withErrors(new Document("n", Math.toIntExact(matched)));
    }

    /** The reply to an update. */
    Document updated() {
        Document reply = new Document("n", Math.toIntExact(matched + upserted.size()))
                .append("nModified", Math.toIntExact(modified));
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        return withErrors(reply);
    }

    private Document withErrors(Document reply) {
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return Reply.ok(reply);
    }
}
