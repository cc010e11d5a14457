package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.update.DocumentUpdate;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WritableCollection;

/** {@code update}: several statements, each for one or for all matching documents. */
final class UpdateCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("updates", "ordered", "bypassDocumentValidation");
    private static final Set<String> STATEMENT =
            Set.of("q", "u", "multi", "upsert", "arrayFilters", "hint", "collation", "sort");

    private final StoreTools tools;

    UpdateCommand(StoreTools tools) {
        this.tools = tools;
    }

    @Override
    public Kind kind(Request request) {
        return Kind.WRITE;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        WritableCollection collection = workspace.forWriting(request.namespace());
        WriteResults results = new WriteResults();
        results.each(
                request,
                request.statements("updates"),
                statement -> update(request, workspace, collection, statement, results));
        return results.updated();
    }

    private void update(
            Request request,
            Workspace workspace,
            WritableCollection collection,
            WriteResults.Indexed indexed,
            WriteResults results) {
        Document statement = indexed.statement();
        Statements.allowOnly(statement, STATEMENT, "update.updates");
        boolean multi = Request.flag(statement, "multi", false);
        DocumentUpdate update = new DocumentUpdate(
                tools.view(request.database(), workspace),
                request.namespace().collection(),
                Request.document(statement, "q"),
                statement.get("u"),
                statement.get("arrayFilters") instanceof List<?> filters ? filters : List.of());
        if (multi && update.isReplacement()) {
            throw new MongoServerError(
                    9, "FailedToParse", "multi update is not supported for replacement-style update");
        }
        boolean[] any = {false};
        collection.visit(find(request, statement, multi), row -> {
            any[0] = true;
            results.matched();
            Document after = tools.rules().prepare(update.apply(row.copy()));
            byte[] bson = tools.rules().encode(after);
            if (!Arrays.equals(bson, row.bson())) {
                collection.replace(row, after, bson);
                results.modified();
            }
        });
        if (!any[0] && Request.flag(statement, "upsert", false)) {
            Document fresh = tools.rules().prepare(update.upsert());
            collection.insert(fresh, tools.rules().encode(fresh));
            results.upserted(indexed.index(), fresh.get("_id"));
        }
    }

    private static Find find(Request request, Document statement, boolean multi) {
        return new Find(
                Request.document(statement, "q"),
                Sort.of(statement.get("sort")),
                0,
                multi ? 0 : 1,
                statement.get("hint"),
                request.deadline());
    }
}
