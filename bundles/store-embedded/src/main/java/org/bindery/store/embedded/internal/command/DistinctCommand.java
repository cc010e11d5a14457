package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Paths;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.update.DocumentRules;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code distinct}: the different values of one field, sorted. */
final class DistinctCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("key", "query", "hint", "collation");

    @Override
    public Kind kind(Request request) {
        return Kind.READ;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        Refusals.collation(request.body());
        if (!(request.body().get("key") instanceof String key)) {
            throw Request.wrongType("key", "string");
        }
        Find find = new Find(
                request.document("query"), Sort.of(null), 0, 0, request.body().get("hint"), request.deadline());
        Collection<Object> values = workspace
                .collection(request.namespace())
                .map(info -> values(workspace, info, find, key))
                .orElse(List.of());
        return Reply.ok(new Document("values", values));
    }

    private static Collection<Object> values(Workspace workspace, CollectionInfo info, Find find, String key) {
        TreeMap<byte[], Object> values = new TreeMap<>(Arrays::compareUnsigned);
        List<String> path = Paths.split(key);
        long bytes = 0;
        try (Rows rows = workspace.find(info, find)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                for (Object value : Paths.elements(row.document(), path)) {
                    byte[] order = KeyWriter.key(value);
                    if (values.put(order, value) == null) {
                        bytes += order.length;
                    }
                }
                if (bytes > DocumentRules.LARGEST) {
                    throw new MongoServerError(
                            17217, "Location17217", "distinct too big, 16mb cap; use an aggregation with $group");
                }
            }
        }
        return new ArrayList<>(values.values());
    }
}
