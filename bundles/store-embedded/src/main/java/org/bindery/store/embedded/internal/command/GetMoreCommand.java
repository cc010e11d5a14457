package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.bindery.store.embedded.internal.cursor.Cursors;

/** {@code getMore}: the next batch of a cursor. */
final class GetMoreCommand implements PlainCommand {

    private final Cursors cursors;

    GetMoreCommand(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public Document run(Request request) {
        request.allowOnly(Set.of("collection", "batchSize"));
        long id = request.number(request.name(), 0);
        String namespace = request.database() + "." + request.body().get("collection");
        return cursors.next(id, namespace, request.number("batchSize", 0));
    }
}
