package org.bindery.store.embedded.internal.session;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.StoreTimes;
import org.bindery.store.embedded.internal.EmbeddedServer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests {@link Sessions}, {@link Session}, {@link Transaction}, {@link TransactionRows}, {@link OverlaidCollection},
 * {@link Overlay}, {@link WriteConflict} and {@link NoSuchTransaction} through the driver; with them {@code Extra},
 * {@code ChainedRows}, {@code MergedRows}, {@code Workspace}, {@code WritableCollection}, {@code SnapshotWorkspace} and
 * {@code StoredChange}.
 */
class TransactionsTest {

    private static final String TRANSIENT = MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;

    @TempDir
    Path folder;

    private EmbeddedServer server;
    private MongoDatabase database;
    private MongoCollection<Document> first;
    private MongoCollection<Document> second;

    @BeforeEach
    void start() {
        start(StoreTimes.defaults());
    }

    private void start(StoreTimes times) {
        server = new EmbeddedServer(EmbeddedSettings.inFolder(folder).with(times));
        database = server.client().getDatabase("test");
        first = database.getCollection("first");
        second = database.getCollection("second");
        first.createIndex(
                Indexes.ascending("k"), new IndexOptions().unique(true).sparse(true));
        second.createIndex(Indexes.ascending("n"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void changesAreSeenInsideAtOnceAndOutsideAfterTheCommit() {
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            first.insertOne(session, new Document("_id", 1).append("k", 1));
            second.insertMany(session, List.of(new Document("_id", 1), new Document("_id", 2)));
            assertThat(first.countDocuments(session)).isEqualTo(1);
            assertThat(second.find(session).into(new ArrayList<>())).hasSize(2);
            assertThat(first.countDocuments() + second.countDocuments()).isZero();
            session.commitTransaction();
        }
        assertThat(first.countDocuments()).isEqualTo(1);
        assertThat(second.countDocuments()).isEqualTo(2);
    }

    @Test
    void anAbortLeavesNoTrace() {
        second.insertOne(new Document("_id", 1));
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            first.insertOne(session, new Document("_id", 2).append("k", 2));
            second.deleteMany(session, new Document());
            assertThat(second.countDocuments(session)).isZero();
            session.abortTransaction();
        }
        assertThat(first.find(eq("k", 2)).first()).isNull();
        assertThat(second.countDocuments()).isEqualTo(1);
    }

    @Test
    void aDuplicateInsideEndsTheWholeTransaction() {
        first.insertOne(new Document("_id", 1).append("k", 1));
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            second.insertOne(session, new Document("_id", 9));
            assertThatThrownBy(() -> first.insertOne(session, new Document("_id", 3).append("k", 1)))
                    .isInstanceOf(MongoException.class)
                    .satisfies(e -> assertThat(((MongoException) e).getCode()).isEqualTo(11000));
            assertThatThrownBy(session::commitTransaction).isInstanceOf(MongoCommandException.class);
        }
        assertThat(second.find(eq("_id", 9)).first()).isNull();
    }

    @Test
    void uniqueValuesMayBeSwappedInsideOneTransaction() {
        first.insertMany(List.of(new Document("_id", 1).append("k", "a"), new Document("_id", 2).append("k", "b")));
        try (ClientSession session = server.client().startSession()) {
            session.withTransaction(() -> {
                first.updateOne(session, eq("_id", 1), Updates.unset("k"));
                first.updateOne(session, eq("_id", 2), Updates.set("k", "a"));
                return first.updateOne(session, eq("_id", 1), Updates.set("k", "b"));
            });
        }
        assertThat(first.find(eq("k", "a")).first()).containsEntry("_id", 2);
        assertThat(first.find(eq("k", "b")).first()).containsEntry("_id", 1);
    }

    @Test
    void ofTwoTransactionsOnOneDocumentTheSecondIsRefusedAsTransient() {
        second.insertOne(new Document("_id", 1).append("n", 1));
        try (ClientSession one = server.client().startSession();
                ClientSession two = server.client().startSession()) {
            one.startTransaction();
            two.startTransaction();
            second.updateOne(one, eq("_id", 1), Updates.inc("n", 1));
            second.updateOne(two, eq("_id", 1), Updates.inc("n", 10));
            one.commitTransaction();
            assertThatThrownBy(two::commitTransaction)
                    .isInstanceOf(MongoException.class)
                    .satisfies(e -> {
                        assertThat(((MongoException) e).getCode()).isEqualTo(112);
                        assertThat(((MongoException) e).hasErrorLabel(TRANSIENT))
                                .isTrue();
                    });
        }
        assertThat(second.find().first()).containsEntry("n", 2);
    }

    @Test
    void twoTransactionsCannotInsertTheSameUniqueValue() {
        try (ClientSession one = server.client().startSession();
                ClientSession two = server.client().startSession()) {
            one.startTransaction();
            two.startTransaction();
            first.insertOne(one, new Document("_id", 1).append("k", 5));
            first.insertOne(two, new Document("_id", 2).append("k", 5));
            one.commitTransaction();
            assertThatThrownBy(two::commitTransaction).isInstanceOf(MongoException.class);
        }
        assertThat(first.countDocuments(eq("k", 5))).isEqualTo(1);
    }

    @Test
    void readsInsideSeeOneMomentAndSortOwnChangesIn() {
        for (int i = 0; i < 10; i++) {
            second.insertOne(new Document("_id", i).append("n", i * 10));
        }
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            second.updateOne(session, eq("_id", 3), Updates.set("n", 75));
            second.insertOne(session, new Document("_id", 100).append("n", 15));
            second.deleteOne(session, eq("_id", 5));
            second.insertOne(new Document("_id", 200).append("n", 16));
            List<Integer> order = second.find(session, gte("n", 10))
                    .sort(Sorts.ascending("n"))
                    .map(document -> document.getInteger("n"))
                    .into(new ArrayList<>());
            assertThat(order).containsExactly(10, 15, 20, 40, 60, 70, 75, 80, 90);
            session.abortTransaction();
        }
    }

    @Test
    void aVanishedClientBlocksNobodyAndItsChangesAreGone() {
        MongoClient other = MongoClients.create(server.url());
        ClientSession session = other.startSession();
        session.startTransaction();
        other.getDatabase("test").getCollection("first").insertOne(session, new Document("_id", 77).append("k", 77));
        other.close();
        first.insertOne(new Document("_id", 78).append("k", 77));
        assertThat(first.find(eq("k", 77)).first()).containsEntry("_id", 78);
        await(() -> server.backend().openTransactions() == 0);
    }

    @Test
    void anAbandonedTransactionIsGivenUpAfterItsTime() {
        server.close();
        start(StoreTimes.defaults().withTransaction(Duration.ofMillis(50)));
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            first.insertOne(session, new Document("_id", 1).append("k", 1));
            await(() -> server.backend().openTransactions() == 0);
            assertThatThrownBy(session::commitTransaction)
                    .isInstanceOf(MongoException.class)
                    .satisfies(e -> {
                        assertThat(((MongoException) e).getCode()).isEqualTo(251);
                        assertThat(((MongoException) e).hasErrorLabel(TRANSIENT))
                                .isTrue();
                    });
        }
        assertThat(first.countDocuments()).isZero();
    }

    @Test
    void aCursorOfATransactionEndsWithItLoudly() {
        second.insertMany(
                IntStream.range(0, 50).mapToObj(i -> new Document("_id", i)).toList());
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            var cursor = second.find(session).batchSize(10).cursor();
            for (int i = 0; i < 10; i++) {
                cursor.next();
            }
            session.commitTransaction();
            assertThatThrownBy(() -> {
                        while (cursor.hasNext()) {
                            cursor.next();
                        }
                    })
                    .isInstanceOf(MongoException.class);
        }
    }

    @Test
    void aCommandThatCannotBeTakenBackIsRefusedInside() {
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            assertThatThrownBy(() -> second.createIndex(session, Indexes.ascending("x")))
                    .isInstanceOf(MongoException.class)
                    .satisfies(e -> assertThat(((MongoException) e).getCode()).isEqualTo(263));
        }
    }

    @Test
    void transfersKeepTheirSumWhateverHappensBeside() throws Exception {
        int accounts = 20;
        MongoCollection<Document> account = database.getCollection("account");
        MongoCollection<Document> log = database.getCollection("log");
        for (int i = 0; i < accounts; i++) {
            account.insertOne(new Document("_id", i).append("v", 100));
        }
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long seed = System.nanoTime() + i;
            running.add(threads.submit(transfers(account, accounts, new Random(seed))));
        }
        Future<Integer> writer = threads.submit(() -> {
            for (int i = 0; i < 200; i++) {
                log.insertOne(new Document("_id", i));
            }
            return 200;
        });
        for (int i = 0; i < 20; i++) {
            assertThat(sum(account)).isEqualTo(accounts * 100);
        }
        for (Future<Integer> one : running) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(50);
        }
        assertThat(writer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        threads.shutdown();
        assertThat(sum(account)).isEqualTo(accounts * 100);
        assertThat(log.countDocuments()).isEqualTo(200);
    }

    private Callable<Integer> transfers(MongoCollection<Document> account, int accounts, Random random) {
        return () -> {
            int done = 0;
            try (ClientSession session = server.client().startSession()) {
                while (done < 50) {
                    int from = random.nextInt(accounts);
                    int to = random.nextInt(accounts);
                    boolean fail = random.nextInt(10) == 0;
                    try {
                        session.withTransaction(() -> {
                            account.updateOne(session, eq("_id", from), Updates.inc("v", -5));
                            account.updateOne(session, eq("_id", to), Updates.inc("v", 5));
                            if (fail) {
                                throw new IllegalStateException("on purpose");
                            }
                            return null;
                        });
                        done++;
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessage("on purpose");
                    }
                }
            }
            return done;
        };
    }

    private int sum(MongoCollection<Document> account) {
        int sum = 0;
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            for (Document document : account.find(session)) {
                sum += document.getInteger("v");
            }
            session.commitTransaction();
        }
        return sum;
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
