package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdAssignmentTest {

    private final SchemaProblems problems = new SchemaProblems();

    private ObjectNode assign(ObjectNode draft, ObjectNode... before) {
        new IdAssignment(List.of(before), problems).assign(draft);
        return draft;
    }

    @Test
    void missing_ids_are_filled_in() {
        ObjectNode draft = assign(SchemaFixture.item("[{'name':'a','type':'text'},{'name':'b','type':'text'}]"));
        assertThat(draft.at("/tables/0/table_id").asInt()).isEqualTo(1);
        assertThat(draft.at("/tables/0/columns/1/column_id").asInt()).isEqualTo(2);
        assertThat(draft.at("/tables/0/columns/1/kind").asText()).isEqualTo("column");
        assertThat(draft.path("max_column_id").asInt()).isEqualTo(2);
    }

    @Test
    void a_known_name_keeps_its_id() {
        ObjectNode before = assign(SchemaFixture.item("[{'name':'a','type':'text'},{'name':'b','type':'text'}]"));
        ObjectNode draft = assign(SchemaFixture.item("[{'name':'b','type':'text'}]"), before);
        assertThat(draft.at("/tables/0/columns/0/column_id").asInt()).isEqualTo(2);
    }

    @Test
    void the_id_of_a_removed_column_is_never_given_again() {
        ObjectNode first = assign(SchemaFixture.item("[{'name':'a','type':'text'}]"));
        ObjectNode second = assign(SchemaFixture.item("[]"), first);
        ObjectNode third = assign(SchemaFixture.item("[{'name':'a','type':'number'}]"), second);
        assertThat(third.at("/tables/0/columns/0/column_id").asInt()).isEqualTo(2);
    }

    @Test
    void the_first_of_several_data_models_decides() {
        ObjectNode current = assign(SchemaFixture.item("[{'name':'a','type':'text','column_id':5}]"));
        ObjectNode head = assign(SchemaFixture.item("[{'name':'a','type':'text','column_id':9}]"));
        ObjectNode draft = assign(SchemaFixture.item("[{'name':'a','type':'text'}]"), current, head);
        assertThat(draft.at("/tables/0/columns/0/column_id").asInt()).isEqualTo(5);
        assertThat(draft.path("max_column_id").asInt()).isEqualTo(9);
    }

    @Test
    void the_same_id_twice_is_a_problem() {
        assign(SchemaFixture.item("[{'name':'a','column_id':1},{'name':'b','column_id':1}]"));
        assertThat(SchemaFixture.problems(problems)).singleElement().asString().contains("column_id 1");
    }
}
