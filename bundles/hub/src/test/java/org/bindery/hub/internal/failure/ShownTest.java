package org.bindery.hub.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void long_texts_are_cut_between_characters() {
        assertThat(Shown.text("ü".repeat(100))).isEqualTo("ü".repeat(80) + "…");
        assertThat(Shown.text("😀".repeat(81))).isEqualTo("😀".repeat(80) + "…");
    }

    @Test
    void what_cannot_be_printed_is_replaced() {
        assertThat(Shown.quoted("a\u0000b\nc\ud800d")).isEqualTo("\"a?b?c?d\"");
    }
}
