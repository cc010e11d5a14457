package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepPatternTest {

    @Test
    void aPatternNamesOneStepAllOfAPluginOrAll() {
        assertThat(read("a:x").matches("a", "x")).isTrue();
        assertThat(read("a:x").matches("a", "y")).isFalse();
        assertThat(read("a:*").matches("a", "y")).isTrue();
        assertThat(read("a:*").matches("b", "y")).isFalse();
        assertThat(read("*").matches("b", "y")).isTrue();
    }

    @Test
    void theMoreExactPatternIsToldApart() {
        assertThat(read("a:x").exactness()).isGreaterThan(read("a:*").exactness());
        assertThat(read("a:*").exactness()).isGreaterThan(read("*").exactness());
    }

    @Test
    void aPatternIsShownAsItWasWritten() {
        for (String text : new String[] {"a:x", "a:*", "*"}) {
            assertThat(read(text)).hasToString(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", ":x", "a:b:c"})
    void otherTextsAreNoPattern(String text) {
        assertThat(StepPattern.read(text)).isEmpty();
    }

    private static StepPattern read(String text) {
        return StepPattern.read(text).orElseThrow();
    }
}
