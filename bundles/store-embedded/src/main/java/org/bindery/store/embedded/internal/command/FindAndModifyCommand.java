package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bindery.store.embedded.internal.project.FieldProjection;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.update.DocumentUpdate;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WritableCollection;

/** {@code findAndModify}: changes or removes one document and answers it. */
final class FindAndModifyCommand implements Command {

    private static final Set<String> OPTIONS = Set.of(
            "query",
            "sort",
            "remove",
            "update",
            "new",
            "fields",
            "upsert",
            "arrayFilters",
            "hint",
            "collation",
            "bypassDocumentValidation");

    private final StoreTools tools;

    FindAndModifyCommand(StoreTools tools) {
        this.tools = tools;
    }

    @Override
    public Kind kind(Request request) {
        return Kind.WRITE;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        Refusals.collation(request.body());
        boolean remove = request.flag("remove", false);
        if (remove == request.body().containsKey("update")) {
            throw new MongoServerError(
                    9, "FailedToParse", "Either an update or remove=true must be specified, and not both");
        }
        UnaryOperator<Document> projection = FieldProjection.of(request.document("fields"), request.document("query"));
        WritableCollection collection = workspace.forWriting(request.namespace());
        Outcome outcome = new Outcome();
        collection.visit(find(request), row -> {
            outcome.found = true;
            if (remove) {
                outcome.value = row.copy();
                collection.delete(row);
            } else {
                outcome.value = update(request, workspace, collection, row);
            }
        });
        if (!outcome.found && !remove && request.flag("upsert", false)) {
            upsert(request, workspace, collection, outcome);
        }
        return reply(outcome, remove, projection);
    }

    /** What happened. */
    private static final class Outcome {
        private boolean found;
        private Document value;
        private Object upserted;
    }

    private static Find find(Request request) {
        return new Find(
                request.document("query"),
                Sort.of(request.body().get("sort")),
                0,
                1,
                request.body().get("hint"),
                request.deadline());
    }

    private DocumentUpdate parse(Request request, Workspace workspace) {
        return new DocumentUpdate(
                tools.view(request.database(), workspace),
                request.namespace().collection(),
                request.document("query"),
                request.body().get("update"),
                request.body().get("arrayFilters") instanceof List<?> filters ? filters : List.of());
    }

    private Document update(Request request, Workspace workspace, WritableCollection collection, Row row) {
        Document after = tools.rules().prepare(parse(request, workspace).apply(row.copy()));
        byte[] bson = tools.rules().encode(after);
        Document before = row.copy();
        if (!Arrays.equals(bson, row.bson())) {
            collection.replace(row, after, bson);
        }
        return request.flag("new", false) ? after : before;
    }

    private void upsert(Request request, Workspace workspace, WritableCollection collection, Outcome outcome) {
        Document fresh = tools.rules().prepare(parse(request, workspace).upsert());
        collection.insert(fresh, tools.rules().encode(fresh));
        outcome.upserted = fresh.get("_id");
        outcome.value = request.flag("new", false) ? fresh : null;
    }

    private static Document reply(Outcome outcome, boolean remove, UnaryOperator<Document> projection) {
        Document last = new Document("n", outcome.found || outcome.upserted != null ? 1 : 0);
        if (!remove) {
            last.append("updatedExisting", outcome.found);
        }
        last.putIfNotNull("upserted", outcome.upserted);
        boolean whole = outcome.value == null || projection == null;
        Document value = whole ? outcome.value : projection.apply(outcome.value);
        return Reply.ok(new Document("lastErrorObject", last).append("value", value));
    }
}
