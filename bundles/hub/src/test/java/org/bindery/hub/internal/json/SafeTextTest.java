package org.bindery.hub.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void ordinary_text_of_any_script_is_fine() {
        assertThat(SafeText.problem("Vase, вaза, 花瓶 😀\n", 100)).isEmpty();
    }

    @Test
    void half_surrogate_pairs_and_nul_are_refused() {
        assertThat(SafeText.problem("a\ud83d", 100))
                .hasValueSatisfying(text -> assertThat(text).contains("position 1"));
        assertThat(SafeText.problem("\ude00a", 100)).isPresent();
        assertThat(SafeText.problem("\ud83d\ud83d\ude00", 100)).isPresent();
        assertThat(SafeText.problem("a\u0000", 100)).isPresent();
    }

    @Test
    void a_text_has_a_longest_length() {
        assertThat(SafeText.problem("abc", 3)).isEmpty();
        assertThat(SafeText.problem("abcd", 3)).isPresent();
    }
}
