package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTypeTest {

    @Test
    void every_type_is_found_by_its_wire_name() {
        for (ColumnType type : ColumnType.values()) {
            assertThat(ColumnType.ofWireName(type.wireName())).contains(type);
        }
        assertThat(ColumnType.ofWireName("blob")).isEmpty();
    }

    @Test
    void a_type_widens_only_where_every_stored_value_stays_valid() {
        assertThat(ColumnType.STRING.widensTo(ColumnType.TEXT)).isTrue();
        assertThat(ColumnType.TEXT_L10N.widensTo(ColumnType.TEXT_L10N_ONELINE)).isTrue();
        assertThat(ColumnType.NUMBER.widensTo(ColumnType.DOUBLE)).isTrue();
        assertThat(ColumnType.DATE.widensTo(ColumnType.DATETIME)).isTrue();
        assertThat(ColumnType.DOUBLE.widensTo(ColumnType.NUMBER)).isFalse();
        assertThat(ColumnType.DATETIME.widensTo(ColumnType.DATE)).isFalse();
        assertThat(ColumnType.NUMBER.widensTo(ColumnType.INTEGER_2)).isFalse();
        assertThat(ColumnType.TEXT.widensTo(ColumnType.TEXT_L10N)).isFalse();
    }

    @Test
    void values_without_one_canonical_text_cannot_be_unique() {
        assertThat(ColumnType.TEXT_L10N.canBeUnique()).isFalse();
        assertThat(ColumnType.GEO_JSON.canBeUnique()).isFalse();
        assertThat(ColumnType.DATERANGE.canBeUnique()).isFalse();
        assertThat(ColumnType.STRING.canBeUnique()).isTrue();
    }
}
