package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.RecordWriter;
import org.bindery.hub.store.StoredRecord;
import org.bindery.hub.store.UniqueValue;
import org.bindery.store.internal.HistoryCodec.OldState;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Records in MongoDB: one collection, with the old states beside it. */
final class MongoRecordStore implements RecordStore {

    private static final int BATCH = 1000;

    private final StoreClient store;
    private final MongoCollection<StoredRecord> records;
    private final MongoCollection<OldState> history;
    private final MongoCollection<BsonDocument> uniqueValues;

    MongoRecordStore(StoreClient store) {
        this.store = store;
        this.records = store.collections().records();
        this.history = store.collections().history();
        this.uniqueValues = store.collections().uniqueValues();
    }

    @Override
    public void write(Consumer<RecordWriter> work) {
        store.transaction(session -> {
            MongoRecordWriter writer = new MongoRecordWriter(session, store.collections());
            work.accept(writer);
            writer.flush();
        });
    }

    @Override
    public Optional<StoredRecord> find(String objecttype, long id) {
        return first(and(eq(RecordFields.OBJECTTYPE, objecttype), eq(RecordFields.ID, id)));
    }

    @Override
    public List<StoredRecord> findAll(String objecttype, Collection<Long> ids) {
        Bson filter = and(eq(RecordFields.OBJECTTYPE, objecttype), in(RecordFields.ID, ids));
        return StoreErrors.translated(
                () -> records.find(filter).batchSize(BATCH).into(new ArrayList<>()));
    }

    @Override
    public Optional<StoredRecord> findBySystemObjectId(long systemObjectId) {
        return first(eq(RecordFields.SYSTEM_OBJECT_ID, systemObjectId));
    }

    @Override
    public Optional<StoredRecord> findByUuid(String uuid) {
        return first(eq(RecordFields.UUID, uuid));
    }

    private Optional<StoredRecord> first(Bson filter) {
        return StoreErrors.translated(
                () -> Optional.ofNullable(records.find(filter).first()));
    }

    @Override
    public Optional<UniqueValue> findUnique(String objecttype, String key, String value) {
        Bson id = eq("_id", UniqueValues.idOf(objecttype, key, value));
        return StoreErrors.translated(
                () -> Optional.ofNullable(uniqueValues.find(id).first())
                        .map(holder -> new UniqueValue(objecttype, key, value, UniqueValues.holderOf(holder))));
    }

    @Override
    public List<StoredRecord> list(String objecttype, long offset, int limit) {
        return StoreErrors.translated(() -> records.find(eq(RecordFields.OBJECTTYPE, objecttype))
                .sort(Sorts.ascending(RecordFields.OBJECTTYPE, RecordFields.ID))
                .skip(Math.toIntExact(Math.min(offset, Integer.MAX_VALUE)))
                .limit(limit)
                .batchSize(BATCH)
                .into(new ArrayList<>()));
    }

    @Override
    public long count(String objecttype) {
        return StoreErrors.translated(() -> records.countDocuments(eq(RecordFields.OBJECTTYPE, objecttype)));
    }

    @Override
    public List<StoredRecord> history(long systemObjectId) {
        return StoreErrors.translated(() -> history.find(eq(RecordFields.RECORD, systemObjectId))
                .sort(Sorts.ascending(RecordFields.RECORD, RecordFields.VERSION))
                .batchSize(BATCH)
                .map(OldState::record)
                .into(new ArrayList<>()));
    }
}
