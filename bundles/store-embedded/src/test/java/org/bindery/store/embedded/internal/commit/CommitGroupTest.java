package org.bindery.store.embedded.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bindery.store.embedded.Durability;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link CommitGroup}, {@link PendingWrite}, {@link Writer} and {@link Sql}. */
class CommitGroupTest {

    @TempDir
    Path folder;

    private StoreFile file;
    private Sql sql;
    private CommitGroup group;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @BeforeEach
    void start() throws IOException {
        file = new StoreFile(folder.resolve("bindery.db"), Durability.FULL);
        file.createIfMissing();
        sql = file.openWriter();
        sql.executeOnce("CREATE TABLE n(i INTEGER PRIMARY KEY)");
        group = group(Duration.ofSeconds(20));
    }

    private CommitGroup group(Duration wait) {
        return new CommitGroup(new Writer(sql, StoreLimits.defaults(), Catalogue.empty()), 256, wait);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        group.close();
        sql.close();
    }

    private long committed() {
        try (Sql reader = file.openReader()) {
            return reader.number("SELECT count(*) FROM n", -1);
        }
    }

    private int insert(int value) {
        return group.write(writer -> writer.sql().update("INSERT INTO n VALUES(?)", (long) value));
    }

    @Test
    void whatIsAnsweredIsDurableForEveryOtherConnection() {
        insert(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void allWhoWaitShareOneCommit() throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<Long> leader = threads.submit(() -> group.write(writer -> {
            leading.countDown();
            wait(go);
            return writer.sql().number("PRAGMA data_version", 0);
        }));
        assertThat(leading.await(10, TimeUnit.SECONDS)).isTrue();
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int value = i;
            others.add(threads.submit(() -> insert(value)));
        }
        awaitWaiting(7);
        go.countDown();
        leader.get(10, TimeUnit.SECONDS);
        for (Future<Integer> other : others) {
            assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(committed()).isEqualTo(7);
        assertThat(group.commits()).isLessThanOrEqualTo(2);
    }

    private void awaitWaiting(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (group.waiting() < count) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workThatFailsLeavesNothingAndHarmsNobodyElse() throws Exception {
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int value = i;
            works.add(() -> value % 2 == 0 ? insert(value) == 1 : failAfterInsert(value));
        }
        for (Future<Boolean> result : threads.invokeAll(works, 60, TimeUnit.SECONDS)) {
            assertThat(result.get()).isTrue();
        }
        assertThat(committed()).isEqualTo(100);
    }

    private boolean failAfterInsert(int value) {
        assertThatThrownBy(() -> group.write(writer -> {
                    writer.sql().update("INSERT INTO n VALUES(?)", (long) value);
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");
        return true;
    }

    @Test
    void aFailureOfTheFileFailsTheWholeGroupAndTheNextOneWorks() {
        assertThatThrownBy(() -> group.write(writer -> {
                    writer.sql().update("INSERT INTO n VALUES(1)");
                    return writer.sql().update("INSERT INTO nowhere VALUES(1)");
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(committed()).isZero();
        assertThat(insert(1)).isEqualTo(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void whoGetsNoTurnInTimeIsRefusedAndSavesNothing() throws Exception {
        group.close();
        group = group(Duration.ofMillis(30));
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<Integer> slow = threads.submit(() -> group.writeAlone(writer -> {
            leading.countDown();
            wait(go);
            return 1;
        }));
        assertThat(leading.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> insert(5)).isInstanceOf(StoreFailure.class).hasMessageContaining("no turn");
        go.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(insert(6)).isEqualTo(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void afterTheCloseNothingIsTaken() {
        group.close();
        assertThatThrownBy(() -> insert(1)).hasMessageContaining("shutting down");
    }

    @Test
    void statementsAreKeptAndForgottenWithinALimit() {
        for (int i = 0; i < 1000; i++) {
            assertThat(sql.number("SELECT " + i, -1)).isEqualTo(i);
        }
        sql.forgetStatements();
        assertThat(sql.number("SELECT 1", -1)).isEqualTo(1);
        assertThatThrownBy(() -> sql.execute("nonsense")).isInstanceOf(StoreFailure.class);
    }
}
