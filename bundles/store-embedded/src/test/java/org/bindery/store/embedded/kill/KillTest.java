package org.bindery.store.embedded.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.StoreCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL in the middle of a stream of saves, again and again on one folder. More rounds with {@code
 * -Dbindery.kill.rounds=50}; the table goes to {@code target/kill.md}.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("bindery.kill.rounds", 5);
    private static final int LEAST_SAVES = 100;
    private static final int MORE_SAVES = 1500;

    private final List<String> table = new ArrayList<>(List.of(
            "| round | acknowledged | lost | half | mismatched | ready after ms |", "|---|---|---|---|---|---|"));

    @TempDir
    private Path folder;

    @Test
    void no_acknowledged_save_is_lost_and_none_is_half_there_after_a_kill() throws Exception {
        long seed = Long.getLong("bindery.seed", System.nanoTime());
        System.out.println("kill test: repeat with -Dbindery.seed=" + seed);
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        List<Audit> audits = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            audits.add(round(round, ledger, random));
        }
        print(ledger, audits);
        assertThat(audits).allMatch(Audit::clean);
        assertThat(ledger.batches()).isNotEmpty();
        assertThat(ledger.singles()).isNotEmpty();
        assertThat(ledger.versions()).isNotEmpty();
    }

    private Audit round(int round, Ledger ledger, Random random) throws Exception {
        int before = ledger.size();
        try (StoreProcess store = StoreProcess.start(folder)) {
            killAmongSaves(store, ledger, random, round == 1);
        }
        Audit audit = restarted(round, ledger, before);
        return audit.with(StoreCheck.check(EmbeddedSettings.inFolder(folder)));
    }

    /** Opens the same folder again, without any help, and compares. */
    private Audit restarted(int round, Ledger ledger, int before) throws Exception {
        long restarted = System.nanoTime();
        try (StoreProcess store = StoreProcess.start(folder);
                MongoClient client = Saves.connect(store.uri())) {
            client.getDatabase("kill").getCollection("totals").find().first();
            long ready = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - restarted);
            Audit audit = Audit.of(client, ledger);
            table.add("| %d | %d | %d | %d | %d | %d |"
                    .formatted(round, ledger.size() - before, audit.lost(), audit.half(), audit.mismatched(), ready));
            return audit;
        }
    }

    private static void killAmongSaves(StoreProcess store, Ledger ledger, Random random, boolean first)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        ConcurrentLinkedQueue<RuntimeException> early = new ConcurrentLinkedQueue<>();
        CountDownLatch going = new CountDownLatch(4);
        try (Saves saves = new Saves(store.uri(), ledger)) {
            if (first) {
                saves.prepare();
            }
            List<Consumer<Random>> kinds = List.of(saves::batch, saves::batch, saves::single, saves::version);
            List<Thread> writers = kinds.stream()
                    .map(kind -> writer(kind, random.nextLong(), stop, going, early))
                    .toList();
            writers.forEach(Thread::start);
            assertThat(going.await(30, TimeUnit.SECONDS))
                    .as("every writer saves: " + early)
                    .isTrue();
            assertThat(ledger.awaitMore(LEAST_SAVES + random.nextInt(MORE_SAVES), 60))
                    .as("saves go on: " + early)
                    .isTrue();
            assertThat(early).as("failures before the kill").isEmpty();
            stop.set(true);
            store.kill();
            saves.giveUp();
            for (Thread writer : writers) {
                writer.join(TimeUnit.SECONDS.toMillis(30));
            }
        }
    }

    /** Saves until the store is gone; a failure before the kill is kept. */
    private static Thread writer(
            Consumer<Random> kind,
            long seed,
            AtomicBoolean stop,
            CountDownLatch going,
            ConcurrentLinkedQueue<RuntimeException> early) {
        return new Thread(
                () -> {
                    Random random = new Random(seed);
                    try {
                        kind.accept(random);
                        going.countDown();
                        while (true) {
                            kind.accept(random);
                        }
                    } catch (MongoException | IllegalStateException gone) {
                        if (!stop.get()) {
                            early.add(gone);
                        }
                    }
                },
                "saver");
    }

    private void print(Ledger ledger, List<Audit> audits) throws java.io.IOException {
        table.add("| **%d rounds** | **%d** | **%d** | **%d** | **%d** | |"
                .formatted(
                        audits.size(),
                        ledger.size(),
                        audits.stream().mapToInt(Audit::lost).sum(),
                        audits.stream().mapToInt(Audit::half).sum(),
                        audits.stream().mapToInt(Audit::mismatched).sum()));
        table.forEach(System.out::println);
        Path file = Path.of("target/kill.md");
        Files.createDirectories(file.getParent());
        Files.write(file, table);
    }
}
