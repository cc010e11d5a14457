package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.bindery.store.embedded.internal.query.Row;

/** What a transaction has changed in one collection and nobody else sees yet, by the encoded {@code _id}. */
final class Overlay {

    private final TreeMap<byte[], Changed> changes = new TreeMap<>(Arrays::compareUnsigned);

    /** A document before the transaction and now; null stands for none. */
    static final class Changed {

        private final Row before;
        private Row after;

        private Changed(Row before, Row after) {
            this.before = before;
            this.after = after;
        }

        Row before() {
            return before;
        }

        Row after() {
            return after;
        }
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean contains(byte[] id) {
        return changes.containsKey(id);
    }

    Changed get(byte[] id) {
        return changes.get(id);
    }

    /** Remembers the content a document has now. */
    void put(byte[] id, Row before, Row after) {
        Changed known = changes.get(id);
        if (known == null) {
            changes.put(id, new Changed(before, after));
        } else if (known.before == null && after == null) {
            changes.remove(id);
        } else {
            known.after = after;
        }
    }

    Map<byte[], Changed> changes() {
        return changes;
    }

    /** A copy that does not change while it is read. */
    Overlay frozen() {
        Overlay copy = new Overlay();
        changes.forEach((id, changed) -> copy.changes.put(id, new Changed(changed.before, changed.after)));
        return copy;
    }

    /** The documents that are there now. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Changed changed : changes.values()) {
            if (changed.after != null) {
                rows.add(changed.after);
            }
        }
        return rows;
    }

    static byte[] idOf(Document document) {
        return KeyWriter.key(document.get("_id"));
    }
}
