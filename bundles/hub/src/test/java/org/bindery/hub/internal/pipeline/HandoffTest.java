package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bindery.hub.internal.pipeline.StepWatch.GivenUpException;
import org.bindery.hub.internal.pipeline.StepWatch.TimedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandoffTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final StepFigures figures = new StepFigures();
    private final ChainSnapshot snapshot =
            new ChainSnapshot(new ChainPlan(List.of(), List.of(), List.of()), List.of(), new AtomicInteger());

    @Test
    void theRequestGetsWhatTheWorkReturned() {
        ObjectNode object = TestChain.object("item", "h", "Vase");

        assertThat(start(LONG, watch -> List.of(object)).await()).containsExactly(object);
    }

    @Test
    void theRequestGetsWhatTheWorkThrew() {
        assertThatThrownBy(start(LONG, watch -> {
                    throw new IllegalStateException("broken");
                })::await)
                .hasMessage("broken");
        assertThatThrownBy(start(LONG, watch -> {
                    throw new StackOverflowError();
                })::await)
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void workThatNeverBeginsIsGivenUp() {
        Handoff handoff = new Handoff(entered(), Duration.ofMillis(20), watch -> List.of());

        assertThatThrownBy(handoff::await).hasMessageContaining("DbPreSaveBusy");
    }

    @Test
    void aStepThatBeginsAfterTheRequestWentIsStopped() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<RuntimeException> seen = new AtomicReference<>();
        Handoff handoff = start(LONG, watch -> {
            watch.begin(step("slow", 20));
            waitFor(gone);
            try {
                watch.begin(step("next", 20_000));
            } catch (GivenUpException givenUp) {
                seen.set(givenUp);
            }
            assertThat(watch.isAwaited()).isFalse();
            ended.countDown();
            return List.of();
        });

        assertThatThrownBy(handoff::await).hasMessageContaining("DbPreSaveTimeout");
        gone.countDown();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen.get()).isNotNull();
        assertThat(figures.view().errors()).isEqualTo(1);
    }

    @Test
    void aSleepingRequestIsWokenForAStepThatMustEndSooner() {
        Handoff handoff = start(LONG, watch -> {
            watch.begin(step("patient", 20_000));
            watch.begin(step("hasty", 20));
            waitFor(new CountDownLatch(1));
            return List.of();
        });

        assertThatThrownBy(handoff::await).hasMessageContaining("step hasty");
    }

    @Test
    void anInterruptedRequestStopsTheWorkAndKeepsItsFlag() {
        CountDownLatch never = new CountDownLatch(1);
        Handoff handoff = start(LONG, watch -> {
            watch.begin(step("slow", 20_000));
            waitFor(never);
            return List.of();
        });
        Thread.currentThread().interrupt();

        assertThatThrownBy(handoff::await).hasMessageContaining("DbPreSaveStopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Handoff start(Duration patience, Function<StepWatch, List<ObjectNode>> work) {
        Handoff handoff = new Handoff(entered(), patience, work);
        Thread worker = new Thread(handoff, "handoff-test");
        worker.setDaemon(true);
        worker.start();
        return handoff;
    }

    private ChainSnapshot entered() {
        assertThat(snapshot.enter()).isTrue();
        return snapshot;
    }

    private TimedStep step(String name, long budget) {
        return new TimedStep(new StepIdentity("a", "1.0.0", name), budget, figures);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }
}
