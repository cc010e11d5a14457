package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WriterWorkspace;

/** {@code dropIndexes}: by name, by key, several, or all but the one on {@code _id}. */
final class DropIndexesCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.ALTER;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(Set.of("index"));
        CollectionInfo info = workspace
                .collection(request.namespace())
                .orElseThrow(() -> new MongoServerError(26, "NamespaceNotFound", "ns not found"));
        int before = info.indexes().size() + 1;
        Collections collections = new Collections(((WriterWorkspace) workspace).writer());
        for (IndexInfo index : wanted(info, request.body().get("index"))) {
            info = collections.dropIndex(info, index);
        }
        return Reply.ok(new Document("nIndexesWas", before));
    }

    private static List<IndexInfo> wanted(CollectionInfo info, Object which) {
        if ("*".equals(which)) {
            return info.indexes();
        }
        List<IndexInfo> indexes = new ArrayList<>();
        for (Object one : which instanceof List<?> several ? several : List.of(String.valueOf(which))) {
            indexes.add(which instanceof Document key ? byKey(info, key) : byName(info, one));
        }
        return indexes;
    }

    private static IndexInfo byName(CollectionInfo info, Object name) {
        if (CollectionInfo.ID_INDEX.equals(name)) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        return info.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> notFound("index not found with name [" + name + "]"));
    }

    private static IndexInfo byKey(CollectionInfo info, Document key) {
        return info.indexes().stream()
                .filter(index -> index.fields().equals(IndexInfo.fieldsOf(key)))
                .findFirst()
                .orElseThrow(() -> notFound("can't find index with key: " + key));
    }

    private static MongoServerError notFound(String message) {
        return new MongoServerError(27, "IndexNotFound", message);
    }
}
