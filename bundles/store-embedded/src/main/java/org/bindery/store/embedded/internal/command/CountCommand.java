package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.query.Sort;
import org.bindery.store.embedded.internal.work.Workspace;

/** {@code count}. */
final class CountCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("query", "limit", "skip", "hint", "collation");

    @Override
    public Kind kind(Request request) {
        return Kind.READ;
    }

    @Override
    public Document run(Request request, Workspace workspace) {
        request.allowOnly(OPTIONS);
        Refusals.collation(request.body());
        Find find = new Find(
                request.document("query"),
                Sort.of(null),
                request.number("skip", 0),
                request.number("limit", 0),
                request.body().get("hint"),
                request.deadline());
        long count = workspace
                .collection(request.namespace())
                .map(info -> count(workspace, info, find))
                .orElse(0L);
        return Reply.ok(new Document("n", narrow(count)));
    }

    /** Counts without keeping anything. */
    static long count(Workspace workspace, CollectionInfo info, Find find) {
        if (find.filter().isEmpty()) {
            long all = Math.max(0, workspace.count(info) - find.skip());
            return find.limit() > 0 ? Math.min(find.limit(), all) : all;
        }
        long count = 0;
        try (Rows rows = workspace.find(info, find)) {
            while (rows.next() != null) {
                count++;
            }
        }
        return count;
    }

    /** Numbers are ints as long as they fit, as in MongoDB. */
    static Object narrow(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
