package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.match.Filter;
import org.bindery.store.embedded.internal.match.Filters;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code listCollections}, {@code listIndexes} and {@code listDatabases}. */
final class ListCommand implements Command {

    @Override
    public Kind kind(Request request) {
        return Kind.READ;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        return switch (request.name().toLowerCase(Locale.ROOT)) {
            case "listcollections" -> collections(request, workspace);
            case "listindexes" -> indexes(request, workspace);
            default -> databases(request, workspace);
        };
    }

    private static Document collections(Request request, Workspace workspace) {
        request.allowOnly(Set.of("filter", "nameOnly", "authorizedCollections", "cursor"));
        List<Document> found = matching(
                request, workspace.catalogue().of(request.database()).stream().map(ListCommand::describe));
        if (request.flag("nameOnly", false)) {
            found.forEach(description -> description.keySet().retainAll(Set.of("name", "type")));
        }
        return Reply.firstBatch(request.database() + ".$cmd.listCollections", 0, found);
    }

    private static Document describe(CollectionInfo info) {
        return new Document("name", info.name().collection())
                .append("type", "collection")
                .append("options", new Document())
                .append("info", new Document("readOnly", false).append("uuid", info.uuid()))
                .append("idIndex", idIndex());
    }

    private static Document idIndex() {
        return new Document("v", 2).append("key", new Document("_id", 1)).append("name", CollectionInfo.ID_INDEX);
    }

    private static Document indexes(Request request, Workspace workspace) {
        request.allowOnly(Set.of("cursor"));
        CollectionInfo info = workspace
                .collection(request.namespace())
                .orElseThrow(() ->
                        new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + request.namespace()));
        List<Document> descriptions = new ArrayList<>();
        descriptions.add(idIndex());
        info.indexes().stream().map(IndexInfo::describe).forEach(descriptions::add);
        return Reply.firstBatch(info.name().toString(), 0, descriptions);
    }

    private static Document databases(Request request, Workspace workspace) {
        request.allowOnly(Set.of("filter", "nameOnly", "authorizedDatabases"));
        List<Document> found = matching(
                request,
                workspace.catalogue().databases().stream()
                        .map(name -> new Document("name", name)
                                .append("sizeOnDisk", 0L)
                                .append("empty", false)));
        if (request.flag("nameOnly", false)) {
            found.forEach(description -> description.keySet().retainAll(Set.of("name")));
        }
        return Reply.ok(new Document("databases", found).append("totalSize", 0L));
    }

    private static List<Document> matching(Request request, Stream<Document> descriptions) {
        Filter filter = Filters.of(request.document("filter"));
        List<Document> found = new ArrayList<>();
        descriptions.filter(filter::matches).forEach(found::add);
        return found;
    }
}
