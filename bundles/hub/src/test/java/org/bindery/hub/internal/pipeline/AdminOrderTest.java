package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindery.hub.internal.pipeline.ChainPlan.Offer;
import org.bindery.hub.internal.pipeline.ChainPlan.Place;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.junit.jupiter.api.Test;

class AdminOrderTest {

    private final List<Place> natural = List.of(place("a", "x"), place("a", "y"), place("b", "z"), place("c", "w"));
    private final List<String> notices = new ArrayList<>();

    @Test
    void namedStepsComeFirstAndTheRestKeepsItsOrder() {
        assertThat(ordered("b:z", "a:y")).containsExactly("b:z", "a:y", "a:x", "c:w");
    }

    @Test
    void aStarSaysWhereTheRestStands() {
        assertThat(ordered("c:w", "*", "a:*")).containsExactly("c:w", "b:z", "a:x", "a:y");
    }

    @Test
    void anExactNameBeatsAStarBeforeIt() {
        assertThat(ordered("a:*", "c:*", "a:x")).containsExactly("a:y", "c:w", "a:x", "b:z");
    }

    @Test
    void theReasonNamesTheEntryAndKeepsWhatNatureSays() {
        List<Place> places = AdminOrder.apply(natural, settings("b:z"), notices);

        assertThat(places.get(0).reasons())
                .containsExactly(
                        "The setting order of org.bindery.pipeline puts it here, by entry 1 'b:z'.", "By nature: own");
        assertThat(places.get(1).reasons().get(0)).contains("does not name it");
    }

    @Test
    void anEntryThatNamesNothingIsNoticed() {
        ordered("gone:x", "a:x");

        assertThat(notices)
                .containsExactly("Entry 'gone:x' of setting order of org.bindery.pipeline names no step that runs.");
    }

    @Test
    void withoutTheSettingNothingChanges() {
        assertThat(AdminOrder.apply(natural, settings(), notices)).isSameAs(natural);
    }

    private List<String> ordered(String... order) {
        return AdminOrder.apply(natural, settings(order), notices).stream()
                .map(place -> place.identity().plugin() + ":" + place.identity().step())
                .toList();
    }

    private static PipelineSettings settings(String... order) {
        List<StepPattern> patterns = Arrays.stream(order)
                .map(text -> StepPattern.read(text).orElseThrow())
                .toList();
        return new PipelineSettings(patterns, List.of(), List.of(), Limits.DEFAULT, List.of());
    }

    private static Place place(String plugin, String step) {
        Offer offer = new Offer(1, new PluginInfo(plugin, "1.0.0", 1, Set.of()), Map.of(), "");
        return new Place(offer, new StepDeclaration(step, Set.of(), 0, 0, 0), 1, List.of("own"));
    }
}
