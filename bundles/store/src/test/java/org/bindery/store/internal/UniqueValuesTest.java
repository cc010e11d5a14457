package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UniqueValuesTest {

    @Test
    void givesEachValueAnIdOfItsOwnHoweverNamesRunIntoEachOther() {
        assertThat(UniqueValues.idOf("a", "b/c", "v")).isNotEqualTo(UniqueValues.idOf("a/b", "c", "v"));
        assertThat(UniqueValues.idOf("a", "b", "v")).isNotEqualTo(UniqueValues.idOf("a", "b", "w"));
        assertThat(UniqueValues.idOf("a", "b", "v")).isEqualTo(UniqueValues.idOf("a", "b", "v"));
    }

    @Test
    void staysShortForLongValues() {
        assertThat(UniqueValues.idOf("a", "b", "x".repeat(65_536))).hasSizeLessThan(100);
    }
}
