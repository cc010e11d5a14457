package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindery.store.embedded.internal.cursor.Cursors;

/** {@code killCursors}: closes cursors before their end. */
final class KillCursorsCommand implements PlainCommand {

    private final Cursors cursors;

    KillCursorsCommand(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public Document run(Request request) {
        request.allowOnly(Set.of("cursors"));
        List<Object> killed = new ArrayList<>();
        List<Object> unknown = new ArrayList<>();
        if (!(request.body().get("cursors") instanceof List<?> ids)) {
            throw Request.wrongType("cursors", "array");
        }
        for (Object id : ids) {
            boolean wasOpen = id instanceof Number number && cursors.close(number.longValue());
            (wasOpen ? killed : unknown).add(id);
        }
        return Reply.ok(new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of()));
    }
}
