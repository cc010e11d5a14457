package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.bindery.hub.pipeline.PipelineService.StepView;
import org.junit.jupiter.api.Test;

class PipelineViewTest {

    @Test
    void theViewShowsStepsRefusalsNoticesAndWorkers() {
        try (TestChain chain = new TestChain()) {
            chain.add("a:x", TestChain.appends("!"), "item", "book");
            chain.registry.add(9, new PluginInfo("b", "2.0.0", 9, Set.of()), Map.of(), new TestChain.FixedSource(null));
            chain.save(TestChain.object("item", "h", "Vase"));
            PipelineView view = new PipelineView(chain.registry, chain.chain);

            assertThat(view.steps()).singleElement().satisfies(PipelineViewTest::isComplete);
            assertThat(view.refused())
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.plugin() + refused.version() + refused.step())
                            .isEqualTo("b2.0.0"));
            assertThat(view.notices()).isEmpty();
            assertThat(view.workers().limit()).isEqualTo(4);
            assertThat(view.workers().hung()).isZero();
        }
    }

    private static void isComplete(StepView step) {
        assertThat(step.plugin() + ":" + step.step() + ":" + step.version()).isEqualTo("a:x:1.2.3");
        assertThat(step.objecttypes()).containsExactly("book", "item");
        assertThat(step.budgetMillis()).isEqualTo(20_000);
        assertThat(step.reasons()).isNotEmpty();
        assertThat(step.metrics().calls()).isEqualTo(1);
    }
}
