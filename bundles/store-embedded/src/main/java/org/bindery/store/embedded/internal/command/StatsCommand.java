package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code collStats} and {@code dbStats}: what can be said without reading everything. */
final class StatsCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.READ;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(Set.of("scale", "freeStorage"));
        return request.name().toLowerCase(Locale.ROOT).equals("collstats")
                ? collection(request, workspace)
                : database(request, workspace);
    }

    private static Document collection(Request request, Workspace workspace) {
        Optional<CollectionInfo> info = workspace.collection(request.namespace());
        return Reply.ok(new Document("ns", request.namespace().toString())
                .append("count", CountCommand.narrow(info.map(workspace::count).orElse(0L)))
                .append(
                        "nindexes",
                        info.map(found -> found.indexes().size() + 1).orElse(0)));
    }

    private static Document database(Request request, Workspace workspace) {
        long objects = 0;
        int indexes = 0;
        int collections = 0;
        for (CollectionInfo info : workspace.catalogue().of(request.database())) {
            collections++;
            objects += workspace.count(info);
            indexes += info.indexes().size() + 1;
        }
        if (request.database().isEmpty()) {
            throw new MongoServerError(73, "InvalidNamespace", "no database given");
        }
        return Reply.ok(new Document("db", request.database())
                .append("collections", collections)
                .append("objects", CountCommand.narrow(objects))
                .append("indexes", indexes));
    }
}
