package org.bindery.hub.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StoredRecord;

/** Finds the stored objects a request means, and refuses what does not fit them: wrong versions, doubles, strangers. */
final class CurrentRecords {

    private final RecordStore store;
    private final Objecttype objecttype;

    CurrentRecords(RecordStore store, Objecttype objecttype) {
        this.store = store;
        this.objecttype = objecttype;
    }

    /** The posted objects with what is stored of them, in the same order, and as they will be stored. */
    List<Draft> load(List<PostedObject> posted, Stamp stamp) {
        Map<Long, RecordState> byId = loadByIds(posted);
        Set<Object> seen = new HashSet<>();
        List<Draft> drafts = new ArrayList<>(posted.size());
        for (PostedObject object : posted) {
            Draft draft = current(object, byId)
                    .map(current -> update(object, current, stamp))
                    .orElseGet(() -> insert(object, stamp));
            refuseDouble(draft, seen);
            drafts.add(draft);
        }
        return drafts;
    }

    private Map<Long, RecordState> loadByIds(List<PostedObject> posted) {
        List<Long> ids = new ArrayList<>();
        for (PostedObject object : posted) {
            if (object.target() instanceof Target.ById byId) {
                ids.add(byId.id());
            }
        }
        Map<Long, RecordState> found = new HashMap<>();
        if (!ids.isEmpty()) {
            store.findAll(objecttype.name(), ids).forEach(record -> found.put(record.id(), RecordState.of(record)));
        }
        return found;
    }

    private Optional<RecordState> current(PostedObject object, Map<Long, RecordState> byId) {
        Target target = object.target();
        if (target instanceof Target.ById id) {
            return Optional.of(orRefuse(Optional.ofNullable(byId.get(id.id())), "_id " + id.id(), object));
        }
        if (target instanceof Target.BySystemObjectId id) {
            return Optional.of(orRefuse(
                    bySystemObjectId(id.systemObjectId()), "_system_object_id " + id.systemObjectId(), object));
        }
        if (target instanceof Target.ByLookup lookup) {
            return Optional.of(
                    byLookup(lookup).orElseThrow(() -> RecordErrors.lookupNotFound(objecttype.name(), object.index())));
        }
        return target instanceof Target.ByUuid uuid ? byUuid(uuid.uuid(), object) : Optional.empty();
    }

    private RecordState orRefuse(Optional<RecordState> found, String what, PostedObject object) {
        return found.orElseThrow(() -> RecordErrors.notFound(objecttype.name(), what, object.index()));
    }

    private Optional<RecordState> bySystemObjectId(long id) {
        return store.findBySystemObjectId(id).filter(this::isOurs).map(RecordState::of);
    }

    private Optional<RecordState> byLookup(Target.ByLookup lookup) {
        return store.findUnique(objecttype.name(), lookup.key(), lookup.value())
                .flatMap(holder -> bySystemObjectId(holder.systemObjectId()));
    }

    /** An unknown UUID is the one a new object shall have. */
    private Optional<RecordState> byUuid(String uuid, PostedObject object) {
        Optional<StoredRecord> found = store.findByUuid(uuid);
        if (found.isPresent() && !isOurs(found.get())) {
            throw RecordErrors.notUnique(found.get().objecttype(), "_uuid", uuid, object.index(), null);
        }
        return found.map(RecordState::of);
    }

    private boolean isOurs(StoredRecord record) {
        return record.objecttype().equals(objecttype.name());
    }

    private Draft insert(PostedObject object, Stamp stamp) {
        long version = object.version().orElse(1);
        if (version != 1 && !object.autoIncrement()) {
            throw RecordErrors.versionMismatch(objecttype.name(), 0, 0, "_version " + version);
        }
        String uuid = object.target() instanceof Target.ByUuid chosen ? chosen.uuid() : "";
        RecordContent content = RecordContent.empty(stamp).with(object, stamp);
        return new Draft(object, null, new RecordState(0, 0, 1, uuid, content));
    }

    private Draft update(PostedObject object, RecordState current, Stamp stamp) {
        long next = current.version() + 1;
        if (!object.autoIncrement() && object.version().orElse(0) != next) {
            String sent = object.version().isPresent()
                    ? "_version " + object.version().getAsLong()
                    : "an update without _version";
            throw RecordErrors.versionMismatch(objecttype.name(), current.id(), current.version(), sent);
        }
        RecordContent content = current.content().with(object, stamp);
        return new Draft(
                object,
                current,
                new RecordState(current.systemObjectId(), current.id(), next, current.uuid(), content));
    }

    private void refuseDouble(Draft draft, Set<Object> seen) {
        RecordState next = draft.next();
        if (!draft.isInsert() && !seen.add(next.id())) {
            throw RecordErrors.sentTwice(objecttype.name(), "_id " + next.id());
        }
        if (draft.isInsert() && !next.uuid().isEmpty() && !seen.add(next.uuid())) {
            throw RecordErrors.sentTwice(objecttype.name(), "_uuid " + next.uuid());
        }
    }
}
