package org.bindery.hub.internal.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.RecordWriter;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.StoredRecord;
import org.bindery.hub.store.UniqueValue;

/** Records in memory with the promises of the contract: versions, unique values, all or nothing. */
public final class MemoryRecordStore implements RecordStore, IdSource {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> sequences = new HashMap<>();
    private State state = new State(Map.of(), Map.of(), List.of());
    private volatile boolean away;
    private volatile Runnable beforeWrite = () -> {};

    private record State(
            Map<Long, StoredRecord> bySystemObjectId, Map<String, UniqueValue> unique, List<StoredRecord> history) {

        State copy() {
            return new State(new HashMap<>(bySystemObjectId), new HashMap<>(unique), new ArrayList<>(history));
        }

        Optional<StoredRecord> find(String objecttype, long id) {
            return bySystemObjectId.values().stream()
                    .filter(record -> record.id() == id && record.objecttype().equals(objecttype))
                    .findFirst();
        }
    }

    /** From now on every call fails as if the store were gone, or works again. */
    public void setAway(boolean gone) {
        away = gone;
    }

    /** Runs once before the next write begins, to play another writer. */
    public void beforeNextWrite(Runnable action) {
        beforeWrite = () -> {
            beforeWrite = () -> {};
            action.run();
        };
    }

    @Override
    public void write(Consumer<RecordWriter> work) {
        beforeWrite.run();
        locked(now -> {
            State next = now.copy();
            work.accept(new Writer(next));
            state = next;
            return null;
        });
    }

    @Override
    public Optional<StoredRecord> find(String objecttype, long id) {
        return locked(now -> now.find(objecttype, id));
    }

    @Override
    public List<StoredRecord> findAll(String objecttype, Collection<Long> ids) {
        return locked(now ->
                ids.stream().flatMap(id -> now.find(objecttype, id).stream()).toList());
    }

    @Override
    public Optional<StoredRecord> findBySystemObjectId(long systemObjectId) {
        return locked(now -> Optional.ofNullable(now.bySystemObjectId().get(systemObjectId)));
    }

    @Override
    public Optional<StoredRecord> findByUuid(String uuid) {
        return locked(now -> now.bySystemObjectId().values().stream()
                .filter(record -> record.uuid().equals(uuid))
                .findFirst());
    }

    @Override
    public Optional<UniqueValue> findUnique(String objecttype, String key, String value) {
        return locked(now -> Optional.ofNullable(now.unique().get(uniqueKey(objecttype, key, value))));
    }

    @Override
    public List<StoredRecord> list(String objecttype, long offset, int limit) {
        return locked(now -> now.bySystemObjectId().values().stream()
                .filter(record -> record.objecttype().equals(objecttype))
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .skip(offset)
                .limit(limit)
                .toList());
    }

    @Override
    public long count(String objecttype) {
        return list(objecttype, 0, Integer.MAX_VALUE).size();
    }

    @Override
    public List<StoredRecord> history(long systemObjectId) {
        return locked(now -> now.history().stream()
                .filter(record -> record.systemObjectId() == systemObjectId)
                .toList());
    }

    @Override
    public long next(String sequence, int count) {
        return locked(now -> sequences.merge(sequence, (long) count, Long::sum) - count + 1);
    }

    private interface Work<T> {
        T on(State state);
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            if (away) {
                throw new StoreUnavailableException("The store is away", null);
            }
            return work.on(state);
        } finally {
            lock.unlock();
        }
    }

    private static String uniqueKey(String objecttype, String key, String value) {
        return objecttype + "\n" + key + "\n" + value;
    }

    private record Writer(State state) implements RecordWriter {

        @Override
        public void insert(StoredRecord added) {
            for (StoredRecord other : state.bySystemObjectId().values()) {
                boolean sameId = other.id() == added.id() && other.objecttype().equals(added.objecttype());
                if (sameId || other.systemObjectId() == added.systemObjectId()) {
                    throw new DuplicateValueException(added.objecttype(), "_id", Long.toString(added.id()));
                }
                if (other.uuid().equals(added.uuid())) {
                    throw new DuplicateValueException(added.objecttype(), "_uuid", added.uuid());
                }
            }
            state.bySystemObjectId().put(added.systemObjectId(), added);
        }

        @Override
        public void update(StoredRecord changed, long expectedVersion) {
            state.history().add(expect(changed.objecttype(), changed.id(), expectedVersion));
            state.bySystemObjectId().put(changed.systemObjectId(), changed);
        }

        @Override
        public void delete(String objecttype, long id, long expectedVersion) {
            StoredRecord gone = expect(objecttype, id, expectedVersion);
            state.history().add(gone);
            state.bySystemObjectId().remove(gone.systemObjectId());
            state.unique().values().removeIf(value -> value.systemObjectId() == gone.systemObjectId());
        }

        @Override
        public void claim(UniqueValue value) {
            String key = uniqueKey(value.objecttype(), value.key(), value.value());
            UniqueValue holder = state.unique().putIfAbsent(key, value);
            if (holder != null && holder.systemObjectId() != value.systemObjectId()) {
                throw new DuplicateValueException(value.objecttype(), value.key(), value.value());
            }
        }

        @Override
        public void release(UniqueValue value) {
            state.unique().remove(uniqueKey(value.objecttype(), value.key(), value.value()), value);
        }

        private StoredRecord expect(String objecttype, long id, long version) {
            Optional<StoredRecord> found = state.find(objecttype, id);
            return found.filter(stored -> stored.version() == version)
                    .orElseThrow(() -> new StaleVersionException(
                            objecttype, id, found.map(StoredRecord::version).orElse(0L)));
        }
    }
}
