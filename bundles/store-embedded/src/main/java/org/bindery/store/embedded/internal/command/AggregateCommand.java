package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.aggregate.DatabaseView;
import org.bindery.store.embedded.internal.aggregate.Pipeline;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.cursor.OpenCursor;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Held;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code aggregate}: the beginning of the pipeline uses the planner, the rest runs on a stream of its rows. */
final class AggregateCommand implements Command {

    private static final Set<String> OPTIONS =
            Set.of("pipeline", "cursor", "allowDiskUse", "hint", "collation", "bypassDocumentValidation");

    private final StoreTools tools;

    AggregateCommand(StoreTools tools) {
        this.tools = tools;
    }

    @Override
    public Kind kind(Request request) {
        return Pipeline.writes(request.body().get("pipeline")) ? Kind.ALTER : Kind.READ;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        Refusals.collation(request.body());
        Namespace name = request.namespace();
        List<Document> stages = Aggregation.parse(request.body().get("pipeline"));
        Pipeline pipeline = Pipeline.of(stages, request.body().get("hint"), request.deadline());
        OpenCursor.Source source = source(request, workspace, pipeline);
        return tools.cursors().first(name.toString(), source, batchSize(request), false);
    }

    private static long batchSize(Request request) {
        if (!(request.body().get("cursor") instanceof Document cursor)) {
            throw new MongoServerError(
                    9,
                    "FailedToParse",
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
        Statements.allowOnly(cursor, Set.of("batchSize"), "aggregate.cursor");
        return cursor.get("batchSize") instanceof Number size ? size.longValue() : -1;
    }

    private OpenCursor.Source source(Request request, Workspace workspace, Pipeline pipeline) {
        CollectionInfo info = workspace.collection(request.namespace()).orElse(null);
        String counted = pipeline.counted();
        if (counted != null && info != null) {
            return counted(pipeline, counted, CountCommand.count(workspace, info, pipeline.find()));
        }
        DatabaseView view = tools.view(request.database(), workspace);
        Rows rows = info == null ? Rows.none() : workspace.find(info, pipeline.find());
        String collection = request.namespace().collection();
        boolean running = false;
        try {
            Stream<Document> stream =
                    pipeline.run(rows, view, collection, tools.limits().sortBytes());
            Held held = kind(request) == Kind.READ ? workspace.keep() : () -> {};
            running = true;
            return new StreamSource(stream.iterator(), view, held);
        } finally {
            if (!running) {
                view.closeRows();
            }
        }
    }

    private static OpenCursor.Source counted(Pipeline pipeline, String name, long count) {
        Document group = new Document("_id", pipeline.countedId()).append(name, CountCommand.narrow(count));
        List<Document> groups = count == 0 ? List.of() : List.of(group);
        return new StreamSource(groups.iterator(), null, () -> {});
    }

    /** The result of a pipeline as a cursor's source. */
    private static final class StreamSource implements OpenCursor.Source {

        private final Iterator<Document> documents;
        private final DatabaseView view;
        private final Held held;

        StreamSource(Iterator<Document> documents, DatabaseView view, Held held) {
            this.documents = documents;
            this.view = view;
            this.held = held;
        }

        @Override
        public OpenCursor.Sized next() {
            return documents.hasNext() ? OpenCursor.Sized.of(documents.next()) : null;
        }

        @Override
        public void close() {
            try (held) {
                if (view != null) {
                    view.closeRows();
                }
            }
        }
    }
}
