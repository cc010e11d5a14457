package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.cursor.OpenCursor;
import org.bindery.store.embedded.internal.cursor.RowSource;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.update.FieldProjection;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code find}: opens a cursor and answers its first batch. */
final class FindCommand implements Command {

    private static final Set<String> OPTIONS = Set.of(
            "filter",
            "sort",
            "projection",
            "hint",
            "skip",
            "limit",
            "batchSize",
            "singleBatch",
            "allowDiskUse",
            "noCursorTimeout",
            "allowPartialResults",
            "collation");

    private final StoreTools tools;

    FindCommand(StoreTools tools) {
        this.tools = tools;
    }

    @Override
    public Kind kind(Request request) {
        return Kind.READ;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        Refusals.collation(request.body());
        Namespace name = request.namespace();
        Find find = new Find(
                request.document("filter"),
                Sort.of(request.body().get("sort")),
                request.number("skip", 0),
                request.number("limit", 0),
                request.body().get("hint"),
                request.deadline());
        long batch = request.body().containsKey("batchSize") ? request.number("batchSize", 0) : -1;
        OpenCursor.Source source = workspace
                .collection(name)
                .map(info -> source(request, workspace, info, find))
                .orElseGet(() -> new RowSource(Rows.none(), null, () -> {}));
        return tools.cursors().first(name.toString(), source, batch, request.flag("singleBatch", false));
    }

    private OpenCursor.Source source(Request request, Workspace workspace, CollectionInfo info, Find find) {
        UnaryOperator<Document> projection =
                FieldProjection.of(tools.view(request.database(), workspace), request.document("projection"));
        Rows rows = workspace.find(info, find);
        return new RowSource(rows, projection, workspace.keep());
    }
}
