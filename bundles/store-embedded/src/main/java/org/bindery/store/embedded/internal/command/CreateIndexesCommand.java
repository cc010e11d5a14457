package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Optional;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WriterWorkspace;

/** {@code createIndexes}: builds all wanted indexes or none. */
final class CreateIndexesCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.ALTER;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(Set.of("indexes", "commitQuorum"));
        boolean fresh = workspace.collection(request.namespace()).isEmpty();
        CollectionInfo info = workspace.forWriting(request.namespace()).info();
        int before = info.indexes().size() + 1;
        Collections collections = new Collections(((WriterWorkspace) workspace).writer());
        for (Document spec : request.documents("indexes")) {
            IndexInfo wanted = IndexSpecs.read(spec);
            if (wanted != null && isNew(info, wanted)) {
                info = collections.createIndex(info, wanted);
            }
        }
        Document reply = new Document("numIndexesBefore", before)
                .append("numIndexesAfter", info.indexes().size() + 1)
                .append("createdCollectionAutomatically", fresh);
        if (before == info.indexes().size() + 1) {
            reply.append("note", "all indexes already exist");
        }
        return Reply.ok(reply);
    }

    private static boolean isNew(CollectionInfo info, IndexInfo wanted) {
        Optional<IndexInfo> sameName = info.index(wanted.name());
        if (sameName.isPresent()) {
            IndexInfo there = sameName.get();
            if (!there.sameKeyAs(wanted) || !there.sameOptionsAs(wanted)) {
                throw new MongoServerError(
                        86,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index but another key or other options."
                                + " Requested: " + wanted.describe() + ", existing: " + there.describe());
            }
            return false;
        }
        info.indexes().stream().filter(wanted::sameKeyAs).findFirst().ifPresent(there -> {
            throw new MongoServerError(
                    85, "IndexOptionsConflict", "Index already exists with a different name: " + there.name());
        });
        return true;
    }
}
