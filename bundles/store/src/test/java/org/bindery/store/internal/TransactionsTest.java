package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.hub.store.StoreUnavailableException;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests {@link Transactions} and {@link StoreClient}. */
class TransactionsTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Test
    void runsTheWorkAgainAfterAConflict() {
        AtomicInteger runs = new AtomicInteger();
        STORE.client().transaction(session -> {
            if (runs.incrementAndGet() < 3) {
                throw failure(112);
            }
        });
        assertThat(runs).hasValue(3);
    }

    @Test
    void givesUpWhenConflictsTakeLongerThanTheLimit() throws IOException {
        TestFolder folder = new TestFolder();
        AtomicInteger runs = new AtomicInteger();
        try (OpenedStore impatient =
                OpenedStore.open("", folder.path(), TestSettings.with(Map.of("transaction_millis", 100L)))) {
            assertThatThrownBy(() -> impatient.store().transaction(session -> {
                        runs.incrementAndGet();
                        throw failure(112);
                    }))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("Others changed the same records");
        } finally {
            folder.delete();
        }
        assertThat(runs).hasValueGreaterThan(1);
    }

    @Test
    void passesTheWorksOwnExceptionOnAndRollsBack() {
        assertThatThrownBy(() -> STORE.client().transaction(session -> {
                    sequences().insertOne(session, account("x", 1));
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
        assertThat(sequences().countDocuments()).isZero();
    }

    @Test
    void runsWorkThatWasRefusedForGoodOnlyOnce() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> STORE.client().transaction(session -> {
                    runs.incrementAndGet();
                    throw failure(2);
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void losesNothingWhenManyMoveValuesBetweenTheSameDocuments() throws Exception {
        sequences().insertOne(account("a", 1000));
        sequences().insertOne(account("b", 0));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 100; i++) {
            threads.execute(() -> STORE.client().transaction(session -> {
                sequences().updateOne(session, eq("_id", "a"), Updates.inc("value", -1L));
                sequences().updateOne(session, eq("_id", "b"), Updates.inc("value", 1L));
            }));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(value("a")).isEqualTo(900);
        assertThat(value("b")).isEqualTo(100);
    }

    private static MongoCollection<BsonDocument> sequences() {
        return STORE.client().collections().sequences();
    }

    private static long value(String account) {
        return sequences().find(eq("_id", account)).first().getInt64("value").getValue();
    }

    private static BsonDocument account(String name, long value) {
        return BsonDocument.parse("{_id: '" + name + "'}").append("value", new BsonInt64(value));
    }

    private static MongoException failure(int code) {
        return new MongoCommandException(
                BsonDocument.parse("{ok: 0, code: " + code + ", errmsg: 'deliberate'}"), new ServerAddress());
    }
}
