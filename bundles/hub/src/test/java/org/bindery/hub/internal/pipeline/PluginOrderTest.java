package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindery.hub.internal.pipeline.PluginOrder.Placed;
import org.bindery.hub.internal.pipeline.PluginOrder.Ranked;
import org.junit.jupiter.api.Test;

class PluginOrderTest {

    private final List<Ranked> plugins = new ArrayList<>();

    @Test
    void aRequiredPluginComesFirstWhateverTheRanking() {
        add("a", 1, 100, 2);
        add("b", 2, 0);

        assertThat(names()).containsExactly("b", "a");
        assertThat(reason("a")).isEqualTo("Plugin a requires b, so it runs after.");
    }

    @Test
    void thenTheHigherRankingComesFirst() {
        add("a", 1, 1);
        add("b", 2, 2);

        assertThat(names()).containsExactly("b", "a");
        assertThat(reason("a")).isEqualTo("Plugin a has service.ranking 1, lower than 2 of plugin b.");
        assertThat(reason("b")).contains("b comes first: service.ranking 2");
    }

    @Test
    void thenTheNameDecides() {
        add("b", 1, 0);
        add("a", 2, 0);

        assertThat(names()).containsExactly("a", "b");
        assertThat(reason("b")).isEqualTo("Plugin name b sorts after a; both have service.ranking 0.");
    }

    @Test
    void aPluginAloneSaysSo() {
        add("a", 1, 0);

        assertThat(reason("a")).isEqualTo("Plugin a is the only plugin with steps.");
    }

    @Test
    void aRequirementThroughAnotherPluginCounts() {
        add("a", 1, 10, 2);
        add("b", 2, 5, 3);
        add("c", 3, 0);

        assertThat(names()).containsExactly("c", "b", "a");
        assertThat(reason("a")).isEqualTo("Plugin a requires b, c, so it runs after.");
    }

    @Test
    void aRequirementOfAPluginWithoutStepsIsLeftOut() {
        add("a", 1, 0, 99);

        assertThat(names()).containsExactly("a");
    }

    @Test
    void aCircleIsCutAtTheHighestRankingAndSaysWhy() {
        add("a", 1, 0, 2);
        add("b", 2, 5, 1);
        add("outside", 3, 100, 1);

        assertThat(names()).containsExactly("b", "a", "outside");
        assertThat(reason("b"))
                .isEqualTo("Plugin b requires a, which in turn requires b. The circle is cut here because b has the"
                        + " highest service.ranking, then the first name, within it.");
    }

    @Test
    void theOrderDoesNotDependOnWhoCameFirst() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            add("p" + i, i, random.nextInt(3), random.nextInt(40), random.nextInt(40));
        }
        List<String> expected = names();
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(plugins, random);
            assertThat(names()).as("seed " + seed).isEqualTo(expected);
        }
    }

    private void add(String name, long bundle, int ranking, Integer... requires) {
        Set<Long> needed = Arrays.stream(requires)
                .map(Integer::longValue)
                .filter(other -> other != bundle)
                .collect(Collectors.toSet());
        plugins.add(new Ranked(new PluginInfo(name, "1.0.0", bundle, needed), ranking));
    }

    private List<String> names() {
        return PluginOrder.of(plugins).stream()
                .map(placed -> placed.plugin().name())
                .toList();
    }

    private String reason(String name) {
        return PluginOrder.of(plugins).stream()
                .filter(placed -> placed.plugin().name().equals(name))
                .map(Placed::reason)
                .findFirst()
                .orElseThrow();
    }
}
