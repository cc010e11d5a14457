package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueKeyCheckTest {

    private static final String COLUMNS = "[{'name':'a','type':'text','column_id':1},"
            + "{'name':'b','type':'number','column_id':2},{'name':'l','type':'text_l10n','column_id':3}]";

    private static List<String> check(ObjectNode draft) {
        SchemaProblems problems = new SchemaProblems();
        new UniqueKeyCheck(problems).check(draft);
        return SchemaFixture.problems(problems);
    }

    @Test
    void a_column_may_be_named_by_id_or_by_name() {
        ObjectNode draft =
                SchemaFixture.item(COLUMNS, ",'unique_keys':[{'columns':[{'column_name_hint':'a'},{'column_id':2}]}]");
        assertThat(check(draft)).isEmpty();
        assertThat(draft.at("/tables/0/unique_keys/0/columns/0/column_id").asInt())
                .isEqualTo(1);
        assertThat(draft.at("/tables/0/unique_keys/0/columns/1/column_name_hint")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void wrong_unique_keys_are_all_listed() {
        ObjectNode draft = SchemaFixture.item(
                COLUMNS,
                ",'unique_keys':[{'columns':[]},{'columns':[{'column_id':99}]},{'columns':[{'column_id':3}]},"
                        + "{'columns':[{'column_id':1}]},{'columns':[{'column_id':1}]}]");
        assertThat(check(draft)).hasSize(4);
    }

    @Test
    void unique_keys_must_be_an_array() {
        assertThat(check(SchemaFixture.item(COLUMNS, ",'unique_keys':{}"))).hasSize(1);
    }
}
