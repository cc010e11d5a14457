package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bindery.hub.internal.pipeline.PipelineSettings.BudgetRule;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.junit.jupiter.api.Test;

class PipelineSettingsTest {

    private final Map<String, Object> values = new HashMap<>();

    @Test
    void withoutConfigurationTheDefaultsCount() {
        PipelineSettings settings = PipelineSettings.read(configuration());

        assertThat(settings).isEqualTo(PipelineSettings.of(Limits.DEFAULT));
    }

    @Test
    void listsMayBeArraysOrTextWithCommas() {
        values.put("order", new String[] {"a:x, b:*", "*"});

        assertThat(PipelineSettings.read(configuration()).order())
                .extracting(StepPattern::toString)
                .containsExactly("a:x", "b:*", "*");
    }

    @Test
    void theMostExactBudgetCounts() {
        values.put("budgets", new String[] {"a:x=100,a:*=200,*=300"});

        PipelineSettings settings = PipelineSettings.read(configuration());

        assertThat(settings.budgetOf("a", "x")).map(BudgetRule::millis).contains(100L);
        assertThat(settings.budgetOf("a", "y")).map(BudgetRule::millis).contains(200L);
        assertThat(settings.budgetOf("b", "y")).map(BudgetRule::millis).contains(300L);
    }

    @Test
    void whatCannotBeReadIsLeftOutAndNamed() {
        values.put("order", new String[] {"nonsense"});
        values.put("disabled", new String[] {"a:b:c"});
        values.put("budgets", new String[] {"a:x=0,a:x=soon,a:x"});

        PipelineSettings settings = PipelineSettings.read(configuration());

        assertThat(settings.order()).isEmpty();
        assertThat(settings.notices()).hasSize(5).allMatch(notice -> notice.contains("org.bindery.pipeline"));
    }

    @Test
    void numbersOutOfRangeFallBackToTheDefaultAndAreNamed() {
        values.putAll(Map.of("budget_millis", 0L, "workers", 0, "depth", 65, "drain_millis", -1L));
        values.put("worker_wait_millis", 70L);

        PipelineSettings settings = PipelineSettings.read(configuration());

        assertThat(settings.limits())
                .isEqualTo(new Limits(
                        Limits.DEFAULT.budget(),
                        Limits.DEFAULT.workers(),
                        Duration.ofMillis(70),
                        Limits.DEFAULT.depth(),
                        Limits.DEFAULT.drain()));
        assertThat(settings.notices()).hasSize(4);
    }

    private PipelineConfiguration configuration() {
        return Configurations.of(values);
    }
}
