package org.bindery.store.embedded.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bindery.store.embedded.internal.EmbeddedServer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link StoreFailure}: what a full or read-only disk looks like to clients, and that it heals. */
class StoreFailureTest {

    private static final int OUT_OF_DISK = 14031;

    @TempDir
    Path folder;

    private EmbeddedServer server;
    private MongoCollection<Document> records;

    @BeforeEach
    void start() {
        server = EmbeddedServer.in(folder);
        records = server.client().getDatabase("test").getCollection("records");
        records.insertOne(new Document("_id", "before"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Runs a pragma on the connection that writes, in its own turn. */
    private void pragma(String pragma) {
        server.backend().store().group().writeAlone(writer -> {
            writer.sql().executeOnce("PRAGMA " + pragma);
            return null;
        });
    }

    @Test
    void aFullDiskIsAClearErrorAndNothingIsLostWhenThereIsSpaceAgain() throws Exception {
        long pages =
                server.backend().store().group().write(writer -> writer.sql().number("PRAGMA page_count", 0));
        pragma("max_page_count=" + (pages + 20));
        String text = "x".repeat(3000);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            writers.add(() -> fill(number, text));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int acknowledged = 0;
        for (var saved : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
            acknowledged += saved.get();
        }
        threads.shutdown();
        assertThat(records.countDocuments()).isEqualTo(acknowledged + 1);
        pragma("max_page_count=1000000");
        records.insertOne(new Document("_id", "after").append("text", text));
        assertThat(records.countDocuments()).isEqualTo(acknowledged + 2);
        assertThat(server.backend().store().readers()).isNotNull();
    }

    /** Saves until the disk is full; answers how many were acknowledged. */
    private int fill(int thread, String text) {
        int acknowledged = 0;
        try {
            while (acknowledged < 1000) {
                records.insertOne(new Document("_id", thread + "/" + acknowledged).append("text", text));
                acknowledged++;
            }
        } catch (MongoException e) {
            assertThat(e.getCode()).isEqualTo(OUT_OF_DISK);
            return acknowledged;
        }
        throw new AssertionError("the disk was never full");
    }

    @Test
    void aTransactionThatMeetsAFullDiskLeavesNothing() {
        long pages =
                server.backend().store().group().write(writer -> writer.sql().number("PRAGMA page_count", 0));
        pragma("max_page_count=" + (pages + 2));
        try (ClientSession session = server.client().startSession()) {
            session.startTransaction();
            records.insertOne(session, new Document("_id", "small"));
            records.insertOne(session, new Document("_id", "large").append("text", "x".repeat(100_000)));
            assertThatThrownBy(session::commitTransaction).isInstanceOf(MongoException.class);
        }
        assertThat(records.countDocuments()).isEqualTo(1);
        pragma("max_page_count=1000000");
        records.insertOne(new Document("_id", "after"));
    }

    @Test
    void aReadOnlyDiskIsAClearErrorAndReadsGoOn() {
        pragma("query_only=ON");
        assertThatThrownBy(() -> records.insertOne(new Document("_id", "refused")))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("cannot be written");
        assertThat(records.countDocuments()).isEqualTo(1);
        server.backend().store().group().writer().sql().executeOnce("PRAGMA query_only=OFF");
        records.insertOne(new Document("_id", "after"));
        assertThat(records.countDocuments()).isEqualTo(2);
    }

    @Test
    void aDamagedFileSaysWhatToDo() {
        StoreFailure failure = StoreFailure.of(new SQLException("malformed", null, 11));
        assertThat(failure.isDamage()).isTrue();
        assertThat(failure.getMessage()).contains("restore the last backup");
        assertThat(StoreFailure.of(new SQLException("no such table: c1", null, 1))
                        .isMissingTable())
                .isTrue();
        assertThat(StoreFailure.tooBusy("busy").getCode()).isEqualTo(50);
    }
}
