package org.bindery.hub.internal.record;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.Session;
import org.bindery.hub.internal.access.UserDirectory;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.memory.MemoryDocumentStore;
import org.bindery.hub.internal.memory.MemoryRecordStore;
import org.bindery.hub.internal.memory.MovableClock;
import org.bindery.hub.internal.memory.SettingsOf;
import org.bindery.hub.internal.pipeline.PreSaveChain;
import org.bindery.hub.internal.schema.StoredSchema;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.RecordService.Page;
import org.bindery.hub.record.SaveOptions;

/** A record service on stores in memory, with a chain that tests set. */
final class RecordsFixture implements AutoCloseable {

    static final Session ROOT = new Session(new SaveUser(1, "root", "root"), Set.of(Session.ROOT), List.of("en-US"));
    static final Session GUEST = new Session(new SaveUser(2, "guest", "Guest"), Set.of(), List.of());

    final MemoryRecordStore store = new MemoryRecordStore();
    final MovableClock clock = new MovableClock();
    final StoredSchema schema =
            new StoredSchema(new MemoryDocumentStore(), store, SettingsOf.type(StoredSchema.Settings.class, Map.of()));
    final StoredRecords records;
    volatile PreSaveChain chain = (info, objects) ->
            objects.stream().map(PreSaveChain.ChainObject::object).toList();

    RecordsFixture(RecordLimits limits) {
        UserDirectory users = id -> Optional.of(ROOT.user()).filter(user -> user.id() == id);
        PreSaveChain live = this::runChain;
        records =
                new StoredRecords(new RecordParts(store, store, schema, live, users, limits, List.of("de-DE"), clock));
        awaitLoaded();
    }

    RecordsFixture() {
        this(RecordLimits.defaults());
    }

    private List<ObjectNode> runChain(SaveInfo info, List<PreSaveChain.ChainObject> objects) {
        return chain.run(info, objects);
    }

    private void awaitLoaded() {
        long deadline = System.nanoTime() + SECONDS.toNanos(10);
        while (schema.problem().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(schema.problem().get());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Commits a data model with one objecttype {@code item}. */
    RecordsFixture withItem(String columns, String uniqueKeys) {
        schema.saveHead(
                ROOT,
                Json.object("{'tables':[{'name':'item','columns':" + columns + ",'unique_keys':" + uniqueKeys + "}]}"));
        schema.commit(ROOT);
        return this;
    }

    RecordsFixture withItem(String columns) {
        return withItem(columns, "[]");
    }

    ArrayNode save(String objects) {
        return records.save(ROOT, "item", Json.array(objects), SaveOptions.plain());
    }

    ObjectNode saveFields(String fields) {
        return (ObjectNode) save("[{'_objecttype':'item','_mask':'_all_fields','item':" + fields + "}]")
                .get(0);
    }

    ObjectNode find(long id) {
        return records.find(ROOT, "item", "_all_fields", id, Format.FULL).orElseThrow();
    }

    ArrayNode list() {
        return records.list(ROOT, "item", "_all_fields", new Page(0, 1000), Format.STANDARD);
    }

    @Override
    public void close() {
        schema.stop();
    }
}
