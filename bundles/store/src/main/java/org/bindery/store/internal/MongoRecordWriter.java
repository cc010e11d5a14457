package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.RecordWriter;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoredRecord;
import org.bindery.hub.store.UniqueValue;
import org.bindery.store.internal.HistoryCodec.OldState;

/**
 * The writes of one transaction. New records and old states are kept back and written many at a time, since each call to
 * the store costs a round trip while the transaction holds its place.
 */
final class MongoRecordWriter implements RecordWriter {

    /** So many fit one message and one answer in time. */
    private static final int BATCH = 500;

    private final ClientSession session;
    private final Collections collections;
    private final List<StoredRecord> inserts = new ArrayList<>();
    private final List<OldState> oldStates = new ArrayList<>();

    MongoRecordWriter(ClientSession session, Collections collections) {
        this.session = session;
        this.collections = collections;
    }

    @Override
    public void insert(StoredRecord record) {
        inserts.add(record);
        if (inserts.size() >= BATCH) {
            insertAll();
        }
    }

    @Override
    public void update(StoredRecord record, long expectedVersion) {
        insertAll();
        StoredRecord old = replace(record, expectedVersion);
        if (old == null) {
            throw stale(record.objecttype(), record.id());
        }
        keep(old);
    }

    private StoredRecord replace(StoredRecord record, long expectedVersion) {
        var present = and(
                eq(RecordFields.SYSTEM_OBJECT_ID, record.systemObjectId()), eq(RecordFields.VERSION, expectedVersion));
        try {
            return collections.records().findOneAndReplace(session, present, record);
        } catch (MongoException failure) {
            throw StoreErrors.duplicateKey(failure)
                    .<RuntimeException>map(message -> taken(record, message))
                    .orElse(failure);
        }
    }

    @Override
    public void delete(String objecttype, long id, long expectedVersion) {
        insertAll();
        StoredRecord old = collections
                .records()
                .findOneAndDelete(
                        session,
                        and(
                                eq(RecordFields.OBJECTTYPE, objecttype),
                                eq(RecordFields.ID, id),
                                eq(RecordFields.VERSION, expectedVersion)));
        if (old == null) {
            throw stale(objecttype, id);
        }
        collections.uniqueValues().deleteMany(session, eq(RecordFields.RECORD, old.systemObjectId()));
        keep(old);
    }

    private void keep(StoredRecord old) {
        oldStates.add(new OldState(old));
        if (oldStates.size() >= BATCH) {
            keepAll();
        }
    }

    private StaleVersionException stale(String objecttype, long id) {
        StoredRecord stored = collections
                .records()
                .find(session, and(eq(RecordFields.OBJECTTYPE, objecttype), eq(RecordFields.ID, id)))
                .first();
        return new StaleVersionException(objecttype, id, stored == null ? 0 : stored.version());
    }

    @Override
    public void claim(UniqueValue value) {
        String id = UniqueValues.idOf(value.objecttype(), value.key(), value.value());
        if (holderAfterClaim(id, value) != value.systemObjectId()) {
            throw new DuplicateValueException(value.objecttype(), value.key(), value.value());
        }
    }

    /** One round trip: takes the value if it is free, and tells who has it now. */
    private long holderAfterClaim(String id, UniqueValue value) {
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        try {
            return UniqueValues.holderOf(collections
                    .uniqueValues()
                    .findOneAndUpdate(
                            session,
                            eq("_id", id),
                            Updates.setOnInsert(RecordFields.RECORD, value.systemObjectId()),
                            options));
        } catch (MongoException failure) {
            // Another transaction was faster by a moment.
            throw StoreErrors.duplicateKey(failure)
                    .<RuntimeException>map(
                            message -> new DuplicateValueException(value.objecttype(), value.key(), value.value()))
                    .orElse(failure);
        }
    }

    @Override
    public void release(UniqueValue value) {
        String id = UniqueValues.idOf(value.objecttype(), value.key(), value.value());
        collections
                .uniqueValues()
                .deleteOne(session, and(eq("_id", id), eq(RecordFields.RECORD, value.systemObjectId())));
    }

    /** Writes what was kept back; the last thing before the commit. */
    void flush() {
        insertAll();
        keepAll();
    }

    private void keepAll() {
        if (!oldStates.isEmpty()) {
            collections.history().insertMany(session, oldStates);
            oldStates.clear();
        }
    }

    private void insertAll() {
        if (inserts.isEmpty()) {
            return;
        }
        try {
            collections.records().insertMany(session, inserts);
            inserts.clear();
        } catch (MongoBulkWriteException failure) {
            StoredRecord record = inserts.get(firstRefused(failure));
            throw StoreErrors.duplicateKey(failure)
                    .<RuntimeException>map(message -> taken(record, message))
                    .orElse(failure);
        }
    }

    private static int firstRefused(MongoBulkWriteException failure) {
        return failure.getWriteErrors().stream()
                .mapToInt(BulkWriteError::getIndex)
                .findFirst()
                .orElse(0);
    }

    private static DuplicateValueException taken(StoredRecord record, String message) {
        return message.contains(StoreIndexes.UUID)
                ? new DuplicateValueException(record.objecttype(), "_uuid", record.uuid())
                : new DuplicateValueException(record.objecttype(), "_id", Long.toString(record.id()));
    }
}
