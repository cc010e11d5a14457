package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.RecordWriter;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoredRecord;
import org.bindery.hub.store.UniqueValue;
import org.bindery.store.internal.HistoryCodec.OldState;
import org.bson.BsonDocument;

/**
 * The writes of one transaction. New records and old states are kept back and written many at a time, since each call to
 * the store costs a round trip while the transaction holds its place.
 */
final class MongoRecordWriter implements RecordWriter {

    private static final Pattern INDEX = Pattern.compile("index: (\\S+)");

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
    }

    @Override
    public void update(StoredRecord record, long expectedVersion) {
        StoredRecord old = collections
                .records()
                .findOneAndReplace(
                        session,
                        and(
                                eq(RecordFields.SYSTEM_OBJECT_ID, record.systemObjectId()),
                                eq(RecordFields.VERSION, expectedVersion)),
                        record);
        if (old == null) {
            throw stale(record.objecttype(), record.id());
        }
        oldStates.add(new OldState(old));
    }

    @Override
    public void delete(String objecttype, long id, long expectedVersion) {
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
        oldStates.add(new OldState(old));
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
        BsonDocument holder = collections
                .uniqueValues()
                .findOneAndUpdate(
                        session,
                        eq("_id", id),
                        Updates.setOnInsert(RecordFields.RECORD, value.systemObjectId()),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (holder == null || UniqueValues.holderOf(holder) != value.systemObjectId()) {
            throw new DuplicateValueException(value.objecttype(), value.key(), value.value());
        }
    }

    @Override
    public void release(UniqueValue value) {
        String id = UniqueValues.idOf(value.objecttype(), value.key(), value.value());
        collections
                .uniqueValues()
                .deleteOne(session, and(eq("_id", id), eq(RecordFields.RECORD, value.systemObjectId())));
    }

    /** Writes what was kept back. */
    void flush() {
        if (!inserts.isEmpty()) {
            insertAll();
        }
        if (!oldStates.isEmpty()) {
            collections.history().insertMany(session, oldStates);
        }
    }

    private void insertAll() {
        try {
            collections.records().insertMany(session, inserts);
        } catch (MongoBulkWriteException failure) {
            throw duplicate(failure);
        }
    }

    private RuntimeException duplicate(MongoBulkWriteException failure) {
        var errors = failure.getWriteErrors();
        if (errors.isEmpty() || !StoreErrors.isDuplicateKey(failure)) {
            return failure;
        }
        StoredRecord record = inserts.get(errors.get(0).getIndex());
        Matcher index = INDEX.matcher(errors.get(0).getMessage());
        String name = index.find() ? index.group(1) : "";
        return name.equals(StoreIndexes.UUID)
                ? new DuplicateValueException(record.objecttype(), "_uuid", record.uuid())
                : new DuplicateValueException(record.objecttype(), "_id", Long.toString(record.id()));
    }
}
