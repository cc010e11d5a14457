package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bindery.hub.store.IdSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoIdSourceTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Test
    void beginsAtOneAndGivesConsecutiveNumbers() {
        IdSource ids = open();
        assertThat(ids.next("a", 1)).isEqualTo(1);
        assertThat(ids.next("a", 3)).isEqualTo(2);
        assertThat(ids.next("a", 1)).isEqualTo(5);
        assertThat(ids.next("b", 1)).isEqualTo(1);
        assertThatThrownBy(() -> ids.next("a", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesManyNumbersInOneRow() {
        IdSource ids = open();
        long first = ids.next("a", 10_000);
        assertThat(ids.next("a", 1)).isEqualTo(first + 10_000);
    }

    @Test
    void neverGivesANumberTwiceToNodesThatShareAStore() throws Exception {
        List<IdSource> nodes = List.of(open(), open(), open());
        Set<Long> given = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 600; i++) {
            IdSource node = nodes.get(i % nodes.size());
            int count = 1 + i % 40;
            threads.execute(() -> {
                long first = node.next("shared", count);
                for (long id = first; id < first + count; id++) {
                    assertThat(given.add(id)).as("id %d", id).isTrue();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new HashSet<>(given)).hasSize(600 / 40 * (40 * 41 / 2));
    }

    private static IdSource open() {
        return new MongoIdSource(STORE.client(), Duration.ofSeconds(10));
    }
}
