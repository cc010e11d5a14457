package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WriterWorkspace;

/** {@code renameCollection}. */
final class RenameCollectionCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.ALTER;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(Set.of("to", "dropTarget"));
        Namespace from = parse(request.body().get(request.name()));
        Namespace to = parse(request.body().get("to"));
        CollectionInfo info = workspace
                .collection(from)
                .orElseThrow(() ->
                        new MongoServerError(26, "NamespaceNotFound", "Source collection " + from + " does not exist"));
        if (from.equals(to)) {
            throw new MongoServerError(20, "IllegalOperation", "Can't rename a collection to itself");
        }
        Collections collections = new Collections(((WriterWorkspace) workspace).writer());
        workspace.collection(to).ifPresent(target -> {
            if (!request.flag("dropTarget", false)) {
                throw new MongoServerError(48, "NamespaceExists", "target namespace exists");
            }
            collections.drop(target);
        });
        collections.rename(info, to);
        return Reply.ok();
    }

    private static Namespace parse(Object full) {
        int dot = full instanceof String name ? name.indexOf('.') : -1;
        if (dot < 0) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid namespace: " + full);
        }
        String name = (String) full;
        return Namespace.checked(name.substring(0, dot), name.substring(dot + 1));
    }
}
