package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.api.Test;

class MaskCheckTest {

    private final ObjectNode schema =
            SchemaFixture.complete(SchemaFixture.item("[{'name':'a','type':'text'},{'name':'b','type':'number'}]"));

    private List<String> check(ObjectNode masks) {
        SchemaProblems problems = new SchemaProblems();
        new MaskCheck(schema, SchemaFixture.LIMITS, problems).check(masks);
        return SchemaFixture.problems(problems);
    }

    @Test
    void ids_and_types_are_filled_in_by_name() {
        ObjectNode masks = Json.object("{'masks':[{'name':'short','table_name_hint':'item',"
                + "'fields':[{'column_name_hint':'b'},{'kind':'splitter'}]}]}");
        assertThat(check(masks)).isEmpty();
        assertThat(masks.at("/masks/0/table_id").asInt()).isEqualTo(1);
        assertThat(masks.at("/masks/0/mask_id").asInt()).isEqualTo(1);
        assertThat(masks.at("/masks/0/fields/0/column_id").asInt()).isEqualTo(2);
        assertThat(masks.at("/masks/0/fields/0/type").asText()).isEqualTo("number");
    }

    @Test
    void all_problems_are_listed_at_once() {
        ObjectNode masks = Json.object("{'masks':[{'name':'_all_fields','table_name_hint':'item','fields':[]},"
                + "{'name':'m','table_name_hint':'nothing','fields':[]},"
                + "{'name':'m','table_name_hint':'item','is_preferred':true,"
                + "'fields':[{'column_name_hint':'zzz'},{'kind':'link'}]},"
                + "{'name':'m','table_name_hint':'item','is_preferred':true,'fields':{}}]}");
        assertThat(check(masks)).hasSize(7);
    }

    @Test
    void there_is_a_limit_of_masks() {
        assertThat(check(Json.object("{'masks':[1,2,3,4,5]}"))).hasSize(1);
        assertThat(check(Json.object("{'masks':[1]}"))).hasSize(1);
    }
}
