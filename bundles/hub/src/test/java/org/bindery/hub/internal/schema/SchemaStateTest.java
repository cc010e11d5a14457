package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaStateTest {

    @Test
    void it_comes_back_from_its_document() {
        SchemaState state = new SchemaState(4, SchemaFixture.item("[]"), Map.of(7L, ColumnType.DATE));
        assertThat(SchemaState.ofDocument(4, state.document())).isEqualTo(state);
    }

    @Test
    void removed_columns_are_remembered_until_they_come_back() {
        SchemaState first = new SchemaState(
                1,
                SchemaFixture.item(
                        "[{'name':'a','type':'text','column_id':1},{'name':'b','type':'date','column_id':2}]"),
                Map.of(9L, ColumnType.NUMBER));
        Map<Long, ColumnType> removed =
                first.removedAfter(SchemaFixture.item("[{'name':'b','type':'date','column_id':2}]"));
        assertThat(removed).containsOnly(Map.entry(1L, ColumnType.TEXT), Map.entry(9L, ColumnType.NUMBER));
        SchemaState second = new SchemaState(2, SchemaFixture.item("[]"), removed);
        assertThat(second.removedAfter(SchemaFixture.item("[{'name':'a','type':'text','column_id':1}]")))
                .containsOnlyKeys(9L);
    }
}
