package org.bindery.console.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void the_password_may_hold_colons_and_letters_of_any_language() {
        BasicCredentials credentials =
                BasicCredentials.parse("bAsIc " + encoded("root:a:b:ü€")).orElseThrow();

        assertThat(credentials.login()).isEqualTo("root");
        assertThat(credentials.password()).isEqualTo("a:b:ü€".toCharArray());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic %%%", "Bearer abc", "Basic cm9vdA=="})
    void what_cannot_be_read_gives_no_credentials(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @Test
    void a_header_of_absurd_length_is_not_read() {
        assertThat(BasicCredentials.parse("Basic " + encoded("root:" + "x".repeat(10_000))))
                .isEmpty();
    }

    @Test
    void closing_wipes_the_password_and_text_never_shows_it() {
        BasicCredentials credentials =
                BasicCredentials.parse("Basic " + encoded("root:secret")).orElseThrow();
        assertThat(credentials.toString()).doesNotContain("secret");

        credentials.close();
        assertThat(credentials.password()).containsOnly('\0');
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
