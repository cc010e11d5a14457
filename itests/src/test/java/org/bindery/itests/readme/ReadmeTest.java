package org.bindery.itests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindery.itests.readme.Readme.Step;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void takesShellBlocksWithTheAnswerShownBelow() {
        Readme readme = Readme.of("""
                # Title
                ```
                not a command
                ```
                ```sh
                echo one
                ```
                which says
                ```text
                one
                ```
                ```sh
                echo two
                ```
                ```json
                {}
                ```
                ```text
                no answer
                ```
                """);
        assertThat(readme.steps())
                .containsExactly(new Step("echo one\n", List.of("one")), new Step("echo two\n", List.of()));
    }
}
