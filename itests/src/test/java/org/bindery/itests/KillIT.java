package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.itests.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL during a stream of saves of many objects: what was acknowledged is there, no half batch is. Five rounds; more
 * by {@code -Dbindery.kill.rounds=50}.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("bindery.kill.rounds", 5);
    private static final int CLIENTS = 3;
    private static final int BATCH = 7;

    @TempDir
    private Path home;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Semaphore acknowledgements = new Semaphore(0);
    private final AtomicInteger batches = new AtomicInteger();
    private final long seed = Long.getLong("bindery.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void nothing_acknowledged_is_lost_and_no_half_batch_is_visible() throws Exception {
        System.out.println("KillIT seed " + seed);
        System.out.println("| round | acknowledged batches | lost | half |");
        System.out.println("|---|---|---|---|");
        try (BinderyProcess first = start()) {
            Api.root(first).createObjecttypes();
        }
        for (int round = 1; round <= ROUNDS; round++) {
            killWhileSaving();
            try (BinderyProcess bindery = start()) {
                Map<String, Integer> stored = stored(Api.root(bindery));
                Set<String> lost = new HashSet<>(acknowledged);
                lost.removeAll(stored.keySet());
                List<String> half = stored.entrySet().stream()
                        .filter(batch -> batch.getValue() != BATCH)
                        .map(Map.Entry::getKey)
                        .toList();
                System.out.printf("| %d | %d | %d | %d |%n", round, acknowledged.size(), lost.size(), half.size());
                assertThat(lost).as("seed " + seed).isEmpty();
                assertThat(half).as("seed " + seed).isEmpty();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private BinderyProcess start() throws InterruptedException {
        return BinderyProcess.in(home)
                .with("BINDERY_ROOT_PASSWORD", Api.PASSWORD)
                .start();
    }

    private void killWhileSaving() throws InterruptedException {
        acknowledgements.drainPermits();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (BinderyProcess bindery = start()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> saveUntilGone(Api.root(bindery)));
            }
            assertThat(acknowledgements.tryAcquire(20 + random.nextInt(100), 1, TimeUnit.MINUTES))
                    .isTrue();
            bindery.kill9();
        } finally {
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void saveUntilGone(Api api) {
        try {
            while (true) {
                String batch = "batch-" + batches.incrementAndGet();
                Reply reply = api.post("/api/v1/db/object", objects(batch));
                if (reply.status() == 200) {
                    acknowledged.add(batch);
                    acknowledgements.release();
                }
            }
        } catch (UncheckedIOException killed) {
            assertThat(killed.getCause()).isNotNull();
        }
    }

    private static String objects(String batch) {
        String one = "{\"_objecttype\":\"object\",\"_mask\":\"_all_fields\",\"object\":{\"name\":\"" + batch + "\"}}";
        return "[" + String.join(",", Collections.nCopies(BATCH, one)) + "]";
    }

    private static Map<String, Integer> stored(Api api) {
        Map<String, Integer> sizes = new HashMap<>();
        for (int offset = 0; ; offset += 1000) {
            JsonNode page = api.get("/api/v1/db/object/_all_fields/list?limit=1000&offset=" + offset)
                    .json();
            if (page.isEmpty()) {
                return sizes;
            }
            page.forEach(object -> sizes.merge(object.at("/object/name").asText(), 1, Integer::sum));
        }
    }
}
