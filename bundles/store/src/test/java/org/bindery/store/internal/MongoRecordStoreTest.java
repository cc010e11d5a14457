package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StaleVersionException;
import org.bindery.hub.store.StoredRecord;
import org.bindery.hub.store.UniqueValue;
import org.bindery.hub.store.UnstorableContentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests {@link MongoRecordStore} and {@link MongoRecordWriter}. */
class MongoRecordStoreTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private RecordStore records;

    @BeforeEach
    void open() {
        records = new MongoRecordStore(STORE.client());
    }

    @Test
    void keepsARecordAndFindsItByEachOfItsKeys() {
        StoredRecord record = record(7, 1, "first");
        records.write(writer -> writer.insert(record));
        assertThat(records.find("object", 7)).contains(record);
        assertThat(records.findBySystemObjectId(1007)).contains(record);
        assertThat(records.findByUuid("uuid-7")).contains(record);
        assertThat(records.findAll("object", List.of(6L, 7L, 8L))).containsExactly(record);
        assertThat(records.find("other", 7)).isEmpty();
        assertThat(records.findBySystemObjectId(7)).isEmpty();
        assertThat(records.findByUuid("uuid-8")).isEmpty();
        assertThat(records.findAll("object", List.of())).isEmpty();
    }

    @Test
    void writesAThousandRecordsOrNone() {
        List<StoredRecord> thousand = LongStream.rangeClosed(1, 1000)
                .mapToObj(id -> record(id, 1, "n" + id))
                .toList();
        assertThatThrownBy(() -> records.write(writer -> {
                    thousand.forEach(writer::insert);
                    throw new IllegalStateException("the hub changed its mind");
                }))
                .hasMessage("the hub changed its mind");
        assertThat(records.count("object")).isZero();
        records.write(writer -> thousand.forEach(writer::insert));
        assertThat(records.count("object")).isEqualTo(1000);
        assertThat(records.list("object", 990, 100))
                .extracting(StoredRecord::id)
                .containsExactly(991L, 992L, 993L, 994L, 995L, 996L, 997L, 998L, 999L, 1000L);
    }

    @Test
    void rollsEverythingBackWhenOneRecordIsTaken() {
        records.write(writer -> writer.insert(record(5, 1, "there")));
        DuplicateValueException byId = catchThrowableOfType(
                DuplicateValueException.class,
                () -> records.write(writer -> {
                    writer.insert(record(4, 1, "new"));
                    writer.insert(new StoredRecord(9999, "object", 5, 1, "another-uuid", content("clash")));
                }));
        assertThat(byId.key()).isEqualTo("_id");
        assertThat(byId.value()).isEqualTo("5");
        DuplicateValueException byUuid = catchThrowableOfType(
                DuplicateValueException.class,
                () -> records.write(
                        writer -> writer.insert(new StoredRecord(9999, "object", 6, 1, "uuid-5", content("clash")))));
        assertThat(byUuid.key()).isEqualTo("_uuid");
        assertThat(byUuid.value()).isEqualTo("uuid-5");
        assertThat(records.count("object")).isEqualTo(1);
    }

    @Test
    void replacesARecordOnlyAtTheVersionTheWriterSawAndNamesThePresentOne() {
        records.write(writer -> writer.insert(record(1, 1, "one")));
        records.write(writer -> writer.update(record(1, 2, "two"), 1));
        StaleVersionException stale = catchThrowableOfType(
                StaleVersionException.class, () -> records.write(writer -> writer.update(record(1, 2, "late"), 1)));
        assertThat(stale.objecttype()).isEqualTo("object");
        assertThat(stale.id()).isEqualTo(1);
        assertThat(stale.currentVersion()).isEqualTo(2);
        StaleVersionException gone = catchThrowableOfType(
                StaleVersionException.class, () -> records.write(writer -> writer.update(record(2, 2, "none"), 1)));
        assertThat(gone.currentVersion()).isZero();
        assertThat(records.find("object", 1)).contains(record(1, 2, "two"));
    }

    @Test
    void keepsOldVersionsOldestFirstAlsoAfterADelete() {
        records.write(writer -> writer.insert(record(1, 1, "one")));
        records.write(writer -> writer.update(record(1, 2, "two"), 1));
        records.write(writer -> writer.update(record(1, 3, "three"), 2));
        assertThat(records.history(1001)).containsExactly(record(1, 1, "one"), record(1, 2, "two"));
        records.write(writer -> writer.delete("object", 1, 3));
        assertThat(records.find("object", 1)).isEmpty();
        assertThat(records.history(1001))
                .containsExactly(record(1, 1, "one"), record(1, 2, "two"), record(1, 3, "three"));
        assertThatThrownBy(() -> records.write(writer -> writer.delete("object", 1, 3)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void changesARecordItInsertedInTheSameTransaction() {
        records.write(writer -> {
            writer.insert(record(1, 1, "one"));
            writer.update(record(1, 2, "two"), 1);
            writer.insert(record(2, 1, "other"));
            writer.delete("object", 2, 1);
        });
        assertThat(records.find("object", 1)).contains(record(1, 2, "two"));
        assertThat(records.find("object", 2)).isEmpty();
    }

    @Test
    void letsOneRecordHoldAUniqueValueUntilItGivesItBack() {
        UniqueValue mine = new UniqueValue("object", "name", "x", 1);
        UniqueValue yours = new UniqueValue("object", "name", "x", 2);
        records.write(writer -> writer.claim(mine));
        records.write(writer -> writer.claim(mine));
        assertThat(records.findUnique("object", "name", "x")).contains(mine);
        DuplicateValueException taken =
                catchThrowableOfType(DuplicateValueException.class, () -> records.write(writer -> writer.claim(yours)));
        assertThat(taken.key()).isEqualTo("name");
        assertThat(taken.value()).isEqualTo("x");
        records.write(writer -> writer.release(yours));
        assertThat(records.findUnique("object", "name", "x")).contains(mine);
        records.write(writer -> {
            writer.release(mine);
            writer.claim(yours);
        });
        assertThat(records.findUnique("object", "name", "x")).contains(yours);
    }

    @Test
    void refusesAUniqueValueThatTwoRecordsOfOneSaveWant() {
        assertThatThrownBy(() -> records.write(writer -> {
                    writer.claim(new UniqueValue("object", "name", "x", 1));
                    writer.claim(new UniqueValue("object", "name", "x", 2));
                }))
                .isInstanceOf(DuplicateValueException.class);
        assertThat(records.findUnique("object", "name", "x")).isEmpty();
    }

    @Test
    void tellsUniqueValuesApartWhoseNamesRunIntoEachOther() {
        UniqueValue first = new UniqueValue("a/b", "c", "v", 1);
        records.write(writer -> writer.claim(first));
        records.write(writer -> writer.claim(new UniqueValue("a", "b/c", "v", 2)));
        assertThat(records.findUnique("a/b", "c", "v")).contains(first);
    }

    @Test
    void keepsUniqueValuesOf64Kilobytes() {
        UniqueValue value = new UniqueValue("object", "text", "ä".repeat(32_768), 1);
        records.write(writer -> writer.claim(value));
        assertThat(records.findUnique("object", "text", value.value())).contains(value);
    }

    @Test
    void givesTheUniqueValuesOfADeletedRecordBack() {
        records.write(writer -> {
            writer.insert(record(1, 1, "one"));
            writer.claim(new UniqueValue("object", "name", "x", 1001));
        });
        records.write(writer -> writer.delete("object", 1, 1));
        assertThat(records.findUnique("object", "name", "x")).isEmpty();
    }

    @Test
    void letsExactlyOneOfManyWritersWinAVersion() throws Exception {
        records.write(writer -> writer.insert(record(1, 1, "one")));
        List<Boolean> won = inParallel(8, n -> {
            try {
                records.write(writer -> writer.update(record(1, 2, "by " + n), 1));
                return true;
            } catch (StaleVersionException e) {
                assertThat(e.currentVersion()).isEqualTo(2);
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(records.history(1001)).hasSize(1);
    }

    @Test
    void letsExactlyOneOfManyWritersTakeAUniqueValue() throws Exception {
        List<Boolean> won = inParallel(8, n -> {
            try {
                records.write(writer -> writer.claim(new UniqueValue("object", "name", "x", n + 1)));
                return true;
            } catch (DuplicateValueException e) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void refusesContentThatNestsTooDeepOrIsTooLong() {
        ObjectNode deep = JsonNodeFactory.instance.objectNode();
        ObjectNode level = deep;
        for (int i = 0; i < 1000; i++) {
            level = level.putObject("a");
        }
        assertThatThrownBy(() -> records.write(writer -> writer.insert(new StoredRecord(1, "object", 1, 1, "u", deep))))
                .isInstanceOf(UnstorableContentException.class)
                .hasMessageContaining("levels");
        ObjectNode huge = content("x".repeat(17_000_000));
        assertThatThrownBy(() -> records.write(writer -> writer.insert(new StoredRecord(1, "object", 1, 1, "u", huge))))
                .isInstanceOf(UnstorableContentException.class)
                .hasMessageContaining("16 MB");
        assertThat(records.count("object")).isZero();
    }

    private static StoredRecord record(long id, long version, String title) {
        return new StoredRecord(1000 + id, "object", id, version, "uuid-" + id, content(title));
    }

    private static ObjectNode content(String title) {
        return JsonNodeFactory.instance.objectNode().put("title", title);
    }

    private interface Work {
        boolean run(int number);
    }

    private static List<Boolean> inParallel(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, threads)
                    .<Callable<Boolean>>mapToObj(n -> () -> work.run(n))
                    .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : pool.invokeAll(tasks)) {
                results.add(result.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
