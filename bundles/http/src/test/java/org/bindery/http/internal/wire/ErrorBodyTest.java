package org.bindery.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.api.error.ApiError;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {

    private final ApiError error =
            ApiError.of("shelf.full", 400, "full").text("de-DE", "voll").text("fr", "plein");

    @Test
    void the_six_fixed_keys_are_always_there() {
        assertThat(ErrorBody.of(error, null).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("code", "error", "package", "parameters", "realm", "statuscode");
    }

    @Test
    void the_text_is_in_the_language_the_client_likes_best() {
        assertThat(ErrorBody.text(error, "de")).isEqualTo("voll");
        assertThat(ErrorBody.text(error, "fr-CA, de;q=0.5")).isEqualTo("plein");
        assertThat(ErrorBody.text(error, "it, de;q=0.1")).isEqualTo("voll");
        assertThat(ErrorBody.text(error, "it")).isEqualTo("full");
    }

    @Test
    void a_bad_language_header_is_no_reason_to_fail() {
        assertThat(ErrorBody.text(error, ";;;q=x")).isEqualTo("full");
        assertThat(ErrorBody.text(error, "de,".repeat(200))).isEqualTo("full");
    }
}
