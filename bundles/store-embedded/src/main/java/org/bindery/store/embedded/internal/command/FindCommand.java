package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.cursor.OpenCursor;
import org.bindery.store.embedded.internal.cursor.RowSource;
import org.bindery.store.embedded.internal.project.FieldProjection;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.query.Sort;
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
        UnaryOperator<Document> projection = FieldProjection.of(request.document("projection"), find.filter());
        OpenCursor.Source source = workspace
                .collection(name)
                .map(info -> source(workspace, info, find, projection))
                .orElseGet(() -> new RowSource(Rows.none(), null, () -> {}));
        return tools.cursors().first(name.toString(), source, batch, request.flag("singleBatch", false));
    }

    private static OpenCursor.Source source(
            Workspace workspace, CollectionInfo info, Find find, UnaryOperator<Document> projection) {
        Rows rows = workspace.find(info, find);
        return new RowSource(rows, projection, workspace.keep());
    }
}
