package org.bindery.hub.internal.record;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.json.SafeText;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.record.RecordService.Deletion;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoredRecord;

/** Deletes objects as one unit. */
final class RecordDeletes {

    private final RecordStore store;
    private final RecordLimits limits;
    private final Clock clock;

    RecordDeletes(RecordStore store, RecordLimits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Deletes objects. Each gets a last version with who deleted it and why, which stays in the history.
     *
     * @return their system object ids
     */
    List<Long> delete(Session session, Objecttype objecttype, List<Deletion> items) {
        if (items.size() > limits.objects()) {
            throw RecordErrors.tooManyObjects(items.size(), limits.objects());
        }
        if (items.isEmpty()) {
            return List.of();
        }
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        Stamp stamp = new Stamp(session.user().id(), now);
        List<StoredRecord> current = check(objecttype, items);
        List<StoredRecord> last = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            last.add(lastVersion(current.get(i), items.get(i), stamp));
        }
        try {
            store.write(writer -> last.forEach(record -> {
                writer.update(record, record.version() - 1);
                writer.delete(objecttype.name(), record.id(), record.version());
            }));
        } catch (StaleVersionException e) {
            throw RecordErrors.versionMismatch(e.objecttype(), e.id(), e.currentVersion(), "this deletion");
        }
        return last.stream().map(StoredRecord::systemObjectId).toList();
    }

    private static StoredRecord lastVersion(StoredRecord current, Deletion item, Stamp stamp) {
        RecordState state = RecordState.of(current);
        String comment = item.comment() == null ? "" : item.comment();
        RecordContent content = state.content().deleted(comment, stamp);
        return new RecordState(state.systemObjectId(), state.id(), state.version() + 1, state.uuid(), content)
                .toStored(current.objecttype());
    }

    private List<StoredRecord> check(Objecttype objecttype, List<Deletion> items) {
        Map<Long, StoredRecord> stored = new HashMap<>();
        store.findAll(objecttype.name(), items.stream().map(Deletion::id).toList())
                .forEach(record -> stored.put(record.id(), record));
        Set<Long> seen = new HashSet<>();
        List<StoredRecord> found = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            found.add(check(objecttype, items.get(i), i, stored, seen));
        }
        return found;
    }

    private StoredRecord check(
            Objecttype objecttype, Deletion item, int index, Map<Long, StoredRecord> stored, Set<Long> seen) {
        StoredRecord current = stored.get(item.id());
        if (current == null) {
            throw RecordErrors.notFound(objecttype.name(), "_id " + item.id(), index);
        }
        if (!seen.add(item.id())) {
            throw RecordErrors.sentTwice(objecttype.name(), "_id " + item.id());
        }
        if (current.version() != item.version()) {
            throw RecordErrors.versionMismatch(
                    objecttype.name(), item.id(), current.version(), "version " + item.version());
        }
        checkComment(item, index);
        return current;
    }

    private void checkComment(Deletion item, int index) {
        FieldProblems problems = new FieldProblems();
        Optional.ofNullable(item.comment())
                .flatMap(comment -> SafeText.problem(comment, limits.textLength()))
                .ifPresent(problem -> problems.add(index, FieldProblems.INCONSISTENT, "comment", problem));
        problems.refuseIfAny("Nothing was deleted. Send another comment, or null.");
    }
}
