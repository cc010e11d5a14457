package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.bindery.api.error.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorProtocolTest {

    private final ErrorProtocol protocol = new ErrorProtocol(500);

    private Optional<ApiError> find(int exitCode, String output) {
        return protocol.find(exitCode, output.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "true",
                "[{\"code\":\"a\"}]",
                "{\"error\":true}",
                "{\"result\":1,\"error\":\"text\"}",
                "{\"error\":{\"code\":7}}",
                "{\"error\":{\"code\":\"\"}}",
                "{\"code\":\"shelf.full\"}",
                "not json",
                "{\"a\":{\"error\":{\"code\":\"inner\"}}}",
                "\ufeff{}"
            })
    void anAnswerOfASuccessfulProgramIsNoError(String output) {
        assertThat(find(0, output)).isEmpty();
    }

    @Test
    void theErrorKeyIsFoundBehindOtherKeys() {
        assertThat(find(0, "{\"a\":[{\"error\":{\"code\":\"x\"}}],\"error\":{\"code\":\"b\"}}"))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("b"));
    }

    @Test
    void theBareErrorCountsWithAnExitCodeOnly() {
        String document = "{\"code\":\"shelf.full\",\"description\":\"long\"}";
        assertThat(find(0, document)).isEmpty();
        assertThat(find(1, document)).hasValueSatisfying(error -> {
            assertThat(error.error()).isEqualTo("shelf.full");
            assertThat(error.description()).isEqualTo("long");
            assertThat(error.statuscode()).isEqualTo(500);
            assertThat(error.realm()).isEqualTo("api");
        });
        assertThat(find(1, document + "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"c\",\"error\":\"E\",\"parameters\":{\"shelf\":12},\"statuscode\":418,\"realm\":\"r\"}",
                "{\"code\":\"c\",\"err\":\"E\",\"params\":{\"shelf\":12},\"statuscode\":418,\"realm\":\"r\",\"more\":1}"
            })
    void oldAndNewSpellingsMeanTheSame(String document) {
        assertThat(find(1, document)).hasValueSatisfying(error -> {
            assertThat(error.error()).isEqualTo("E");
            assertThat(error.parameters().path("shelf").asInt()).isEqualTo(12);
            assertThat(error.statuscode()).isEqualTo(418);
            assertThat(error.realm()).isEqualTo("r");
        });
    }

    @Test
    void textsByLanguageAreKept() {
        assertThat(find(1, "{\"code\":\"c\",\"error\":{\"de-DE\":\"voll\",\"x\":1},\"params\":[]}"))
                .hasValueSatisfying(error -> assertThat(error.texts()).containsExactly(Map.entry("de-DE", "voll")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "0", "-1", "70000", "\"x\"", "null"})
    void aStatusThatIsNoErrorBecomesTheDefault(String status) {
        assertThat(find(1, "{\"code\":\"c\",\"statuscode\":" + status + "}"))
                .hasValueSatisfying(error -> assertThat(error.statuscode()).isEqualTo(500));
    }

    @Test
    void documentsTooLongOrTooDeepAreNone() {
        assertThat(find(1, "{\"code\":\"c\",\"error\":\"" + "x".repeat(300_000) + "\"}"))
                .isEmpty();
        assertThat(find(1, "{\"code\":\"c\",\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}"))
                .isEmpty();
    }
}
