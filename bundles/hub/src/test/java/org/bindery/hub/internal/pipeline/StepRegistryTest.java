package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.bindery.hub.internal.pipeline.TestChain.FixedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StepRegistryTest {

    private static final Limits SHORT_DRAIN =
            new Limits(Duration.ofSeconds(20), 4, Duration.ofSeconds(1), 3, Duration.ofMillis(30));

    private final TestChain chain = new TestChain(SHORT_DRAIN);
    private final FixedSource source = new FixedSource(TestChain.appends("!"));

    @AfterEach
    void end() {
        chain.close();
    }

    @Test
    void aStepCountsAsSoonAsItWasAddedAndNoLongerOnceItWasRemoved() {
        long id = chain.add("a:x", Map.of(), source);
        assertThat(names()).containsExactly("x");

        chain.registry.remove(id);

        assertThat(names()).isEmpty();
        assertThat(source.opened).hasValue(1);
        assertThat(source.closed).hasValue(1);
    }

    @Test
    void figuresOutliveAChangeElsewhereInTheChain() {
        chain.add("a:x", Map.of(), source);
        chain.save(TestChain.object("item", "h", "Vase"));

        chain.add("b:y", TestChain.appends("?"));

        assertThat(chain.registry
                        .current()
                        .steps()
                        .get(0)
                        .handle()
                        .figures()
                        .view()
                        .calls())
                .isEqualTo(1);
        assertThat(source.opened).hasValue(1);
    }

    @Test
    void changedPropertiesCountAtOnce() {
        long id = chain.add("a:x", Map.of(), source);

        chain.registry.change(id, Map.of(StepProperties.STEP, "renamed"));
        assertThat(names()).containsExactly("renamed");

        chain.registry.change(id, Map.of(StepProperties.STEP, 5));
        assertThat(names()).isEmpty();
        assertThat(chain.registry.current().plan().refused()).hasSize(1);

        chain.registry.change(id, Map.of(StepProperties.STEP, "healed"));
        assertThat(names()).containsExactly("healed");
        assertThat(source.closed).hasValue(0);
    }

    @Test
    void aComponentThatGivesNoServiceIsTriedAgainAtTheNextChange() {
        source.step = null;
        chain.add("a:x", Map.of(), source);
        assertThat(chain.registry.current().plan().refused())
                .singleElement()
                .extracting(ChainPlan.Refusal::reason)
                .asString()
                .contains("gives no service object");

        source.step = TestChain.appends("!");
        chain.add("b:y", TestChain.appends("?"));

        assertThat(names()).containsExactly("x", "y");
    }

    @Test
    void newSettingsRebuildTheChain() {
        chain.add("a:x", Map.of(), source);
        chain.add("b:y", TestChain.appends("?"));
        PipelineSettings settings = PipelineSettings.read(Configurations.of(Map.of(
                "order", new String[] {"b:*"},
                "disabled", new String[] {"a:x"})));

        chain.registry.configure(settings);

        assertThat(names()).containsExactly("y");
        assertThat(source.closed).hasValue(0);
    }

    @Test
    void aSaveThatStaysInsideIsWaitedForOnceHoweverManyStepsGo() {
        long first = chain.add("a:x", Map.of(), source);
        long second = chain.add("a:y", TestChain.appends("?"));
        ChainSnapshot inside = chain.registry.enter();

        chain.registry.remove(first);
        chain.registry.remove(second);
        assertThat(source.closed).hasValue(0);

        inside.leave();
        assertThat(source.closed).hasValue(1);
    }

    @Test
    void closingGivesEveryServiceBack() {
        chain.add("a:x", Map.of(), source);

        chain.registry.close();

        assertThat(names()).isEmpty();
        assertThat(source.closed).hasValue(1);
    }

    private List<String> names() {
        return chain.registry.current().steps().stream()
                .map(step -> step.place().declaration().step())
                .toList();
    }
}
