package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WriterWorkspace;

/** {@code drop} and {@code dropDatabase}. */
final class DropCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.ALTER;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(Set.of());
        Collections collections = new Collections(((WriterWorkspace) workspace).writer());
        return request.name().equalsIgnoreCase("drop")
                ? dropCollection(request, workspace, collections)
                : dropDatabase(request, workspace, collections);
    }

    private static Document dropCollection(Request request, Workspace workspace, Collections collections) {
        CollectionInfo info = workspace
                .collection(request.namespace())
                .orElseThrow(() -> new MongoServerError(26, "NamespaceNotFound", "ns not found"));
        collections.drop(info);
        return Reply.ok(new Document("nIndexesWas", info.indexes().size() + 1)
                .append("ns", info.name().toString()));
    }

    private static Document dropDatabase(Request request, Workspace workspace, Collections collections) {
        workspace.catalogue().of(request.database()).forEach(collections::drop);
        return Reply.ok(new Document("dropped", request.database()));
    }
}
