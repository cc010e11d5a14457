package org.bindery.hub.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.failure.Shown;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.record.RecordService.Deletion;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes objects as one unit. */
final class RecordDeletes {

    private static final Logger LOG = LoggerFactory.getLogger(RecordDeletes.class);

    private final RecordStore store;
    private final RecordLimits limits;

    RecordDeletes(RecordStore store, RecordLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    List<Long> delete(Session session, Objecttype objecttype, List<Deletion> items) {
        if (items.size() > limits.objects()) {
            throw RecordErrors.tooManyObjects(items.size(), limits.objects());
        }
        List<Long> systemObjectIds = check(objecttype, items);
        if (items.isEmpty()) {
            return systemObjectIds;
        }
        try {
            store.write(writer -> items.forEach(item -> writer.delete(objecttype.name(), item.id(), item.version())));
        } catch (StaleVersionException e) {
            throw RecordErrors.versionMismatch(e.objecttype(), e.id(), e.currentVersion(), "this deletion");
        }
        for (Deletion item : items) {
            LOG.info(
                    "{} {} version {} is deleted by {}: {}",
                    objecttype.name(),
                    item.id(),
                    item.version(),
                    session.user().login(),
                    item.comment() == null ? "no comment" : Shown.text(item.comment()));
        }
        return systemObjectIds;
    }

    private List<Long> check(Objecttype objecttype, List<Deletion> items) {
        Map<Long, StoredRecord> stored = new HashMap<>();
        List<Long> ids = items.stream().map(Deletion::id).toList();
        if (!ids.isEmpty()) {
            store.findAll(objecttype.name(), ids).forEach(record -> stored.put(record.id(), record));
        }
        Set<Long> seen = new HashSet<>();
        List<Long> systemObjectIds = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            systemObjectIds.add(check(objecttype, items.get(i), i, stored, seen));
        }
        return systemObjectIds;
    }

    private static long check(
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
        return current.systemObjectId();
    }
}
