package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void names_are_letters_digits_and_underscores_after_a_letter() {
        assertThat(Names.isValid("item__short2")).isTrue();
        assertThat(Names.isValid("a".repeat(63))).isTrue();
        assertThat(Names.isValid("a".repeat(64))).isFalse();
        assertThat(Names.isValid("")).isFalse();
        assertThat(Names.isValid("2items")).isFalse();
        assertThat(Names.isValid("a.b")).isFalse();
        assertThat(Names.isValid("$where")).isFalse();
        assertThat(Names.isValid("größe")).isFalse();
    }

    @Test
    void names_of_the_system_and_of_prototypes_are_out_of_reach() {
        assertThat(Names.isValid("_id")).isFalse();
        assertThat(Names.isValid("__proto__")).isFalse();
    }
}
