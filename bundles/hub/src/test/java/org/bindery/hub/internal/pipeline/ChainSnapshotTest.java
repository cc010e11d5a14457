package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.hub.internal.pipeline.ChainPlan.Offer;
import org.bindery.hub.internal.pipeline.ChainPlan.Place;
import org.bindery.hub.internal.pipeline.ChainSnapshot.ChainStep;
import org.bindery.hub.internal.pipeline.PreSaveChain.ChainObject;
import org.bindery.hub.internal.pipeline.TestChain.FixedSource;
import org.junit.jupiter.api.Test;

class ChainSnapshotTest {

    private final FixedSource source = new FixedSource(TestChain.appends("!"));
    private final StepHandle handle = new StepHandle(source, source.open());
    private final AtomicInteger hung = new AtomicInteger();
    private final ChainSnapshot snapshot =
            new ChainSnapshot(new ChainPlan(List.of(), List.of(), List.of()), List.of(step("item")), hung);

    @Test
    void aServiceIsGivenBackWhenTheLastSaveHasLeft() {
        assertThat(snapshot.enter()).isTrue();
        handle.release();
        snapshot.retire();
        assertThat(snapshot.isQuiet()).isFalse();
        assertThat(source.closed).hasValue(0);

        snapshot.leave();

        assertThat(source.closed).hasValue(1);
        assertThat(snapshot.awaitQuiet(Duration.ofSeconds(1))).isTrue();
        assertThat(snapshot.enter()).isFalse();
    }

    @Test
    void aSaveThatHangsKeepsTheServiceButNobodyWaitsForIt() {
        snapshot.enter();
        handle.release();
        snapshot.retire();
        assertThat(snapshot.awaitQuiet(Duration.ZERO)).isFalse();

        snapshot.abandon();
        assertThat(snapshot.isQuiet()).isTrue();
        assertThat(hung).hasValue(1);
        assertThat(source.closed).hasValue(0);

        snapshot.leaveLate();
        assertThat(hung).hasValue(0);
        assertThat(source.closed).hasValue(1);
    }

    @Test
    void aBatchWithoutAMatchingObjectNeedsNoStep() {
        assertThat(snapshot.hasStepFor(batch("person"))).isFalse();
        assertThat(snapshot.hasStepFor(batch("item"))).isTrue();
    }

    @Test
    void anInterruptedWaitEndsAtOnceAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThat(snapshot.awaitQuiet(Duration.ofMinutes(1))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static WorkingBatch batch(String objecttype) {
        return new WorkingBatch(List.of(new ChainObject(TestChain.object(objecttype, "h", "Vase"), null)));
    }

    private ChainStep step(String objecttype) {
        Offer offer = new Offer(1, new PluginInfo("a", "1.0.0", 1, Set.of()), Map.of(), "");
        StepDeclaration declaration = new StepDeclaration("x", Set.of(objecttype), 0, 0, 0);
        return new ChainStep(new Place(offer, declaration, 1, List.of()), handle, run -> {});
    }
}
