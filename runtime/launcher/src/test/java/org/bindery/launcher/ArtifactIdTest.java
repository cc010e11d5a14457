package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactIdTest {

    @Test
    void liesInTheLayoutOfARepository() {
        assertThat(ArtifactId.parse("org.osgi:org.osgi.util.function:1.2.0").path())
                .isEqualTo("org/osgi/org.osgi.util.function/1.2.0/org.osgi.util.function-1.2.0.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a:b", "a:b:c:d", "a:b:@version@", "a/b:c:1", "..:b:1", "a:..:1", "a:b:1/../../x", "a:b: 1"})
    void refusesWhatIsNotGroupNameVersion(String text) {
        assertThatThrownBy(() -> ArtifactId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group:name:version");
    }
}
