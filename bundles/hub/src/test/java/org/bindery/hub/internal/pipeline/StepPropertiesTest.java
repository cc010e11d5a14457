package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepPropertiesTest {

    private final Map<String, Object> properties = new HashMap<>(Map.of(StepProperties.STEP, "title"));

    @Test
    void aNameIsEnough() {
        StepDeclaration declaration = read().declaration().orElseThrow();

        assertThat(declaration.step()).isEqualTo("title");
        assertThat(declaration.wants("anything")).isTrue();
        assertThat(declaration.budgetMillis()).isZero();
    }

    @Test
    void objecttypesMayBeOneTextAnArrayOrAList() {
        for (Object value : List.of("item", new String[] {"item"}, List.of("item"))) {
            properties.put(StepProperties.OBJECTTYPES, value);

            StepDeclaration declaration = read().declaration().orElseThrow();

            assertThat(declaration.wants("item")).isTrue();
            assertThat(declaration.wants("person")).isFalse();
        }
    }

    @Test
    void wholeNumbersMayBeIntegerOrLong() {
        properties.putAll(Map.of(StepProperties.ORDER, 3L, StepProperties.BUDGET, 500, StepProperties.RANKING, -7));

        StepDeclaration declaration = read().declaration().orElseThrow();

        assertThat(declaration.order()).isEqualTo(3);
        assertThat(declaration.budgetMillis()).isEqualTo(500);
        assertThat(declaration.ranking()).isEqualTo(-7);
    }

    @Test
    void aMissingNameIsSaid() {
        properties.remove(StepProperties.STEP);

        assertThat(read().problems()).containsExactly("The service property bindery.step is missing.");
        assertThat(read().declaration()).isEmpty();
    }

    @Test
    void aNameThatConfigurationCouldNotWriteIsRefused() {
        for (Object name : Arrays.asList("", "a:b", "a,b", "*", " a", "x".repeat(101), 7)) {
            properties.put(StepProperties.STEP, name);

            assertThat(read().problems()).singleElement().asString().contains("bindery.step must be");
        }
    }

    @Test
    void everyWrongPropertyIsNamed() {
        properties.put(StepProperties.OBJECTTYPES, List.of("item", 5));
        properties.put(StepProperties.ORDER, "first");
        properties.put(StepProperties.BUDGET, -1L);
        properties.put(StepProperties.RANKING, 1.5);

        assertThat(read().problems())
                .hasSize(4)
                .anyMatch(problem -> problem.contains("bindery.objecttypes") && problem.contains("Integer '5'"))
                .anyMatch(problem -> problem.contains("bindery.order") && problem.contains("String 'first'"))
                .anyMatch(problem -> problem.contains("bindery.budget") && problem.contains("'-1'"))
                .anyMatch(problem -> problem.contains("service.ranking"));
        assertThat(read().shownName()).isEqualTo("title");
    }

    private StepProperties read() {
        return new StepProperties(properties);
    }
}
