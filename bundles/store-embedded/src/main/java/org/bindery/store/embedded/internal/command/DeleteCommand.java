package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Optional;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WritableCollection;

/** {@code delete}. */
final class DeleteCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("deletes", "ordered");
    private static final Set<String> STATEMENT = Set.of("q", "limit", "hint", "collation");

    @Override
    public Kind kind(Request request) {
        return Kind.WRITE;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        Optional<CollectionInfo> info = workspace.collection(request.namespace());
        WriteResults results = new WriteResults();
        results.each(request, request.statements("deletes"), statement -> {
            Find find = find(request, statement.statement());
            if (info.isPresent()) {
                WritableCollection collection = workspace.forWriting(request.namespace());
                collection.visit(find, row -> {
                    collection.delete(row);
                    results.matched();
                });
            }
        });
        return results.counted();
    }

    private static Find find(Request request, Document statement) {
        Statements.allowOnly(statement, STATEMENT, "delete.deletes");
        if (!(statement.get("limit") instanceof Number limit) || limit.intValue() != 0 && limit.intValue() != 1) {
            throw new MongoServerError(9, "FailedToParse", "The limit field in delete objects must be 0 or 1");
        }
        return new Find(
                Request.document(statement, "q"),
                Sort.of(null),
                0,
                limit.intValue(),
                statement.get("hint"),
                request.deadline());
    }
}
