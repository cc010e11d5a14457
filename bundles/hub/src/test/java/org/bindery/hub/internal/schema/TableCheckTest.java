package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.api.Test;

class TableCheckTest {

    private static List<String> check(ObjectNode draft) {
        SchemaProblems problems = new SchemaProblems();
        new TableCheck(SchemaFixture.LIMITS, problems).check(draft);
        return SchemaFixture.problems(problems);
    }

    @Test
    void a_plain_objecttype_has_no_problem() {
        ObjectNode draft = SchemaFixture.item(
                "[{'kind':'column','name':'title','type':'text_oneline','not_null':true,'custom_settings':{}}]",
                ",'foreign_keys':[],'bidirectional':[],'is_hierarchical':false");
        assertThat(check(draft)).isEmpty();
    }

    @Test
    void all_problems_are_listed_at_once() {
        ObjectNode draft = Json.object("{'tables':[{'name':'_x','table_id':-1,'columns':["
                + "{'name':'a','type':'blob'},{'name':'A','type':'text','not_null':3},7]},"
                + "{'name':'ok'},'no table']}");
        assertThat(check(draft))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[0].name"))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[0].table_id"))
                .anyMatch(problem -> problem.startsWith("UnknownColumnType tables[0].columns[0].type"))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[0].columns[1].name"))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[0].columns[1].not_null"))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[0].columns[2] "))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[1].columns"))
                .anyMatch(problem -> problem.startsWith("SchemaInconsistent tables[2] "))
                .hasSize(8);
    }

    @Test
    void what_is_not_supported_yet_is_refused_by_name() {
        ObjectNode draft = SchemaFixture.item(
                "[{'name':'maker','type':'link'},{'name':'files','type':'eas'},"
                        + "{'name':'inv','type':'custom:base.a.b'},{'kind':'link','name':'_nested:item__parts'}]",
                ",'is_hierarchical':true,'foreign_keys':[{}],'owned_by':{'other_table_id':1}");
        assertThat(check(draft)).hasSize(7).allMatch(problem -> problem.startsWith("UnsupportedFieldType "));
    }

    @Test
    void there_are_limits_for_objecttypes_and_columns() {
        assertThat(check(Json.object("{'tables':[1,2,3,4,5,6]}")))
                .hasSize(1)
                .first()
                .asString()
                .contains("at most 5");
        assertThat(check(SchemaFixture.item("[1,2,3,4,5,6,7]")))
                .hasSize(1)
                .first()
                .asString()
                .contains("at most 6");
        assertThat(check(Json.object("{}"))).hasSize(1);
    }
}
