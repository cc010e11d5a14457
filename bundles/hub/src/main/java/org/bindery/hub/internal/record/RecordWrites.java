package org.bindery.hub.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.internal.schema.UniqueKey;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.RecordWriter;
import org.bindery.hub.store.StoredRecord;
import org.bindery.hub.store.UniqueValue;

/** Writes the drafts of a save as one transaction. */
final class RecordWrites {

    private static final String SYSTEM_OBJECT_IDS = "system_object_id";

    private final RecordStore store;
    private final IdSource ids;
    private final Objecttype objecttype;

    RecordWrites(RecordStore store, IdSource ids, Objecttype objecttype) {
        this.store = store;
        this.ids = ids;
        this.objecttype = objecttype;
    }

    /**
     * Gives new objects their ids and writes all drafts.
     *
     * @return the drafts as they are stored
     * @throws org.bindery.hub.store.StaleVersionException if another save was faster
     */
    List<Draft> write(List<Draft> drafts) {
        List<Draft> complete = withIds(drafts);
        List<StoredRecord> records = complete.stream()
                .map(draft -> draft.next().toStored(objecttype.name()))
                .toList();
        UniqueChanges changes = UniqueChanges.of(objecttype, complete);
        try {
            store.write(writer -> writeAll(writer, complete, records, changes));
        } catch (DuplicateValueException e) {
            throw notUnique(complete, e);
        }
        return complete;
    }

    private static void writeAll(
            RecordWriter writer, List<Draft> drafts, List<StoredRecord> records, UniqueChanges changes) {
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.isInsert()) {
                writer.insert(records.get(i));
            } else {
                writer.update(records.get(i), draft.current().version());
            }
        }
        // All values are given back before any is taken, so that objects of one save can swap them.
        changes.released().forEach(writer::release);
        changes.claimed().forEach(writer::claim);
    }

    private List<Draft> withIds(List<Draft> drafts) {
        int inserts = (int) drafts.stream().filter(Draft::isInsert).count();
        if (inserts == 0) {
            return drafts;
        }
        long systemObjectId = ids.next(SYSTEM_OBJECT_IDS, inserts);
        long id = ids.next("object:" + objecttype.name(), inserts);
        List<Draft> complete = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            complete.add(draft.isInsert() ? withIds(draft, systemObjectId++, id++) : draft);
        }
        return complete;
    }

    private static Draft withIds(Draft draft, long systemObjectId, long id) {
        String chosen = draft.next().uuid();
        String uuid = chosen.isEmpty() ? UUID.randomUUID().toString() : chosen;
        return draft.withNext(draft.next().withIds(systemObjectId, id, uuid));
    }

    private ApiException notUnique(List<Draft> drafts, DuplicateValueException e) {
        String name = objecttype.uniqueKeys().stream()
                .filter(key -> key.storedName().equals(e.key()))
                .map(UniqueKey::displayName)
                .findFirst()
                .orElse(e.key());
        return RecordErrors.notUnique(objecttype.name(), name, e.value(), holder(drafts, e), e);
    }

    private int holder(List<Draft> drafts, DuplicateValueException e) {
        for (Draft draft : drafts) {
            boolean holds = draft.next().uuid().equals(e.value())
                    || UniqueValues.of(objecttype, draft.next().content()).containsValue(e.value());
            if (holds) {
                return draft.posted().index();
            }
        }
        return -1;
    }

    /** Which unique values a save gives back and takes. */
    private record UniqueChanges(List<UniqueValue> released, List<UniqueValue> claimed) {

        static UniqueChanges of(Objecttype objecttype, List<Draft> drafts) {
            UniqueChanges changes = new UniqueChanges(new ArrayList<>(), new ArrayList<>());
            for (Draft draft : drafts) {
                changes.add(objecttype, draft);
            }
            return changes;
        }

        private void add(Objecttype objecttype, Draft draft) {
            Map<UniqueKey, String> before = new HashMap<>();
            draft.stored().ifPresent(current -> before.putAll(UniqueValues.of(objecttype, current.content())));
            Map<UniqueKey, String> after =
                    UniqueValues.of(objecttype, draft.next().content());
            long holder = draft.next().systemObjectId();
            for (UniqueKey key : objecttype.uniqueKeys()) {
                String old = before.get(key);
                String now = after.get(key);
                if (old != null && !old.equals(now)) {
                    released.add(new UniqueValue(objecttype.name(), key.storedName(), old, holder));
                }
                if (now != null && !now.equals(old)) {
                    claimed.add(new UniqueValue(objecttype.name(), key.storedName(), now, holder));
                }
            }
        }
    }
}
