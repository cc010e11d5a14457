package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bindery.hub.internal.pipeline.ChainPlan.Offer;
import org.bindery.hub.internal.pipeline.ChainPlan.Place;
import org.bindery.hub.internal.pipeline.PipelineSettings.BudgetRule;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.junit.jupiter.api.Test;

class ChainPlannerTest {

    private final List<Offer> offers = new ArrayList<>();
    private PipelineSettings settings = PipelineSettings.of(Limits.DEFAULT);

    @Test
    void withinAPluginTheDeclaredOrderAndThenTheNameDecide() {
        offer("a", 1, "last", Map.of(StepProperties.ORDER, 2, StepProperties.RANKING, 99));
        offer("a", 1, "second", Map.of(StepProperties.ORDER, 1));
        offer("a", 1, "first", Map.of(StepProperties.ORDER, 1));

        assertThat(steps()).containsExactly("a:first", "a:second", "a:last");
        assertThat(place("a", "second").reasons().get(0))
                .isEqualTo("Within its plugin, step name second sorts after first; both have bindery.order 1.");
        assertThat(place("a", "last").reasons().get(0))
                .isEqualTo("Within its plugin, bindery.order 2 comes after 1 of step second.");
    }

    @Test
    void theStepsOfAPluginStayTogetherAndTheHighestRankingPlacesIt() {
        offer("a", 1, "x", Map.of());
        offer("b", 2, "low", Map.of(StepProperties.RANKING, -5));
        offer("b", 2, "high", Map.of(StepProperties.RANKING, 5, StepProperties.ORDER, 1));

        assertThat(steps()).containsExactly("b:low", "b:high", "a:x");
    }

    @Test
    void everyPlaceHasAReason() {
        offer("a", 1, "x", Map.of());
        offer("a", 1, "y", Map.of());
        offer("b", 2, "z", Map.of());

        assertThat(plan().steps())
                .allSatisfy(place -> assertThat(place.reasons()).isNotEmpty());
    }

    @Test
    void ofTwoBundlesOfOnePluginOnlyTheNewestTakesPart() {
        offer("a", 7, "x", Map.of());
        offer("a", 9, "x", Map.of());

        assertThat(plan().steps())
                .extracting(place -> place.offer().plugin().bundleId())
                .containsExactly(9L);
        assertThat(refusal()).contains("Bundle 7 is older than bundle 9");
    }

    @Test
    void aStepWithWrongPropertiesIsKeptWithItsReason() {
        offers.add(new Offer(1, plugin("a", 1), Map.of(), ""));

        assertThat(steps()).isEmpty();
        assertThat(refusal()).contains("bindery.step is missing").contains("Correct the properties");
    }

    @Test
    void aStepWhoseServiceCannotBeHadIsKeptWithItsReason() {
        offers.add(new Offer(1, plugin("a", 1), Map.of(StepProperties.STEP, "x"), "gives no service object"));

        assertThat(refusal()).isEqualTo("gives no service object");
    }

    @Test
    void aSecondStepOfTheSameNameIsRefused() {
        offer("a", 1, "x", Map.of());
        offer("a", 1, "x", Map.of());

        assertThat(steps()).containsExactly("a:x");
        assertThat(refusal()).contains("same name");
    }

    @Test
    void aDisabledStepIsKeptWithItsReason() {
        settings = settings("", "a:x", List.of());
        offer("a", 1, "x", Map.of());
        offer("a", 1, "y", Map.of());

        assertThat(steps()).containsExactly("a:y");
        assertThat(refusal()).contains("Switched off by setting disabled of org.bindery.pipeline");
    }

    @Test
    void theConfiguredBudgetBeatsTheDeclaredOneAndThatTheDefault() {
        settings = settings("", "", List.of(new BudgetRule(new StepPattern("a", "x"), 7)));
        offer("a", 1, "x", Map.of(StepProperties.BUDGET, 500L));
        offer("a", 1, "y", Map.of(StepProperties.BUDGET, 500L));
        offer("a", 1, "z", Map.of());

        assertThat(place("a", "x").budgetMillis()).isEqualTo(7);
        assertThat(place("a", "y").budgetMillis()).isEqualTo(500);
        assertThat(place("a", "z").budgetMillis())
                .isEqualTo(Duration.ofSeconds(30).toMillis());
    }

    @Test
    void theSameOffersGiveTheSamePlanInWhateverOrderTheyCome() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            offer("p" + i % 7, i % 7, "s" + random.nextInt(12), Map.of(StepProperties.RANKING, random.nextInt(3)));
        }
        ChainPlan expected = plan();
        Collections.shuffle(offers, random);

        assertThat(plan()).as("seed " + seed).isEqualTo(expected);
    }

    private void offer(String plugin, long bundle, String step, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put(StepProperties.STEP, step);
        offers.add(new Offer(offers.size() + 1L, plugin(plugin, bundle), properties, ""));
    }

    private static PluginInfo plugin(String name, long bundle) {
        return new PluginInfo(name, "1.0.0", bundle, Set.of());
    }

    private static PipelineSettings settings(String order, String disabled, List<BudgetRule> budgets) {
        return new PipelineSettings(
                StepPattern.read(order).stream().toList(),
                StepPattern.read(disabled).stream().toList(),
                budgets,
                Limits.DEFAULT,
                List.of());
    }

    private ChainPlan plan() {
        return ChainPlanner.plan(offers, settings);
    }

    private List<String> steps() {
        return plan().steps().stream()
                .map(place -> place.identity().plugin() + ":" + place.identity().step())
                .toList();
    }

    private Place place(String plugin, String step) {
        return plan().steps().stream()
                .filter(place -> place.identity().equals(new StepIdentity(plugin, "1.0.0", step)))
                .findFirst()
                .orElseThrow();
    }

    private String refusal() {
        assertThat(plan().refused()).hasSize(1);
        return plan().refused().get(0).reason();
    }
}
