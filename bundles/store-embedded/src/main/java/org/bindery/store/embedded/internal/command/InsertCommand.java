package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WritableCollection;

/** {@code insert}. */
final class InsertCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("documents", "ordered", "bypassDocumentValidation");

    private final StoreTools tools;

    InsertCommand(StoreTools tools) {
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
        results.each(request, request.statements("documents"), statement -> {
            Document document = tools.rules().prepare(statement.statement());
            collection.insert(document, tools.rules().encode(document));
            results.matched();
        });
        return results.counted();
    }
}
