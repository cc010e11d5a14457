package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerThreadTest {

    private final ChainSnapshot snapshot =
            new ChainSnapshot(new ChainPlan(List.of(), List.of(), List.of()), List.of(), new AtomicInteger());

    @Test
    void aWorkerRunsItsFirstTaskGivesItsPlaceBackAndEndsWhenDismissed() throws Exception {
        Workers workers = new Workers(1, 0, Duration.ofSeconds(1));
        Semaphore place = new Semaphore(0);
        AtomicReference<String> trail = new AtomicReference<>();
        snapshot.enter();
        Handoff handoff = new Handoff(snapshot, Duration.ofSeconds(20), watch -> {
            watch.begin(new StepWatch.TimedStep(new StepIdentity("b", "1", "in"), 20_000, new StepFigures()));
            trail.set(Workers.trailHere());
            return List.of();
        });
        workers.close();
        WorkerThread worker =
                new WorkerThread(workers, new WorkerThread.Task(handoff, 0, "a:out", place), "worker-thread-test");

        worker.start();

        assertThat(handoff.await()).isEmpty();
        worker.join(10_000);
        assertThat(worker.isAlive()).isFalse();
        assertThat(trail).hasValue("a:out > b:in");
        assertThat(place.availablePermits()).isEqualTo(1);
    }
}
