package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private Workers workers = new Workers(2, 1, LONG);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ChainSnapshot snapshot =
            new ChainSnapshot(new ChainPlan(List.of(), List.of(), List.of()), List.of(), new AtomicInteger());

    @AfterEach
    void end() {
        release.countDown();
        workers.close();
    }

    @Test
    void anIdleWorkerIsUsedAgain() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 20; i++) {
            start(0, watch -> {
                        threads.add(Thread.currentThread());
                        return List.of();
                    })
                    .await();
        }

        // A worker may still be on its way to the idle ones when the next save comes.
        assertThat(threads).hasSizeLessThanOrEqualTo(2).allMatch(Thread::isDaemon);
        assertThat(threads).allMatch(thread -> thread.getName().startsWith("bindery-pre-save-"));
    }

    @Test
    void eachDepthHasItsOwnPlaces() {
        workers = new Workers(2, 1, Duration.ofMillis(30));
        start(0, this::blocked);
        start(0, this::blocked);

        assertThat(workers.busy()).isEqualTo(2);
        assertThatThrownBy(() -> start(0, this::blocked)).hasMessageContaining("DbPreSaveBusy");
        assertThat(start(1, watch -> List.of()).await()).isEmpty();
    }

    @Test
    void aClosedPoolTakesNothingAndInterruptsWhatRuns() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        start(0, watch -> {
            inside.countDown();
            blocked(watch);
            interrupted.countDown();
            return List.of();
        });
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        workers.close();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> start(0, this::blocked)).hasMessageContaining("DbPreSaveStopped");
    }

    @Test
    void threadsEndWhenThePoolIsClosed() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        start(0, watch -> {
                    threads.add(Thread.currentThread());
                    return List.of();
                })
                .await();

        workers.close();

        assertThat(threads).allSatisfy(thread -> {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        });
    }

    @Test
    void aWorkerKnowsItsDepthAndOtherThreadsHaveNone() {
        AtomicInteger depth = new AtomicInteger(-5);
        start(1, watch -> {
                    depth.set(Workers.depthHere());
                    return List.of();
                })
                .await();

        assertThat(depth).hasValue(1);
        assertThat(Workers.depthHere()).isEqualTo(-1);
        assertThat(Workers.trailHere()).isEmpty();
    }

    private Handoff start(int depth, Function<StepWatch, List<ObjectNode>> work) {
        assertThat(snapshot.enter()).isTrue();
        Handoff handoff = new Handoff(snapshot, LONG, work);
        workers.start(depth, handoff);
        return handoff;
    }

    private List<ObjectNode> blocked(StepWatch watch) {
        try {
            release.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
