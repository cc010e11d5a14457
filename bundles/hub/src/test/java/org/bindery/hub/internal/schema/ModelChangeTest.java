package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.api.Test;

class ModelChangeTest {

    private static final String BEFORE = "[{'name':'a','type':'text','column_id':1},"
            + "{'name':'n','type':'number','column_id':2},{'name':'d','type':'double','column_id':3}]";

    private static List<String> check(String after, long count, Map<Long, ColumnType> removed) {
        return check(SchemaFixture.model(Json.object(after)), count, removed);
    }

    private static List<String> check(DataModel after, long count, Map<Long, ColumnType> removed) {
        SchemaProblems problems = new SchemaProblems();
        DataModel before =
                SchemaFixture.model(Json.object("{'tables':[{'name':'item','table_id':1,'columns':" + BEFORE + "}]}"));
        new ModelChange(before, after, removed, objecttype -> count, problems).check();
        return SchemaFixture.problems(problems);
    }

    private static String item(String columns, String rest) {
        return "{'tables':[{'name':'item','table_id':1,'columns':" + columns + rest + "}]}";
    }

    @Test
    void removing_and_renaming_columns_and_widening_types_is_fine() {
        String after = item(
                "[{'name':'renamed','type':'string','column_id':1},{'name':'n','type':'double','column_id':2}]", "");
        assertThat(check(after, 5, Map.of())).isEmpty();
    }

    @Test
    void every_change_that_spoils_stored_values_is_listed() {
        String after = item(
                "[{'name':'a','type':'number','column_id':1},{'name':'n','type':'number','not_null':true,'column_id':2},"
                        + "{'name':'new','type':'text','not_null':true,'column_id':9}]",
                ",'unique_keys':[{'columns':[{'column_id':2}]}]");
        assertThat(check(after, 5, Map.of()))
                .hasSize(4)
                .allMatch(problem -> problem.startsWith("IncompatibleChange "))
                .allMatch(problem -> problem.contains("5 objects"));
    }

    @Test
    void an_objecttype_with_objects_is_neither_removed_nor_renamed() {
        assertThat(check("{'tables':[]}", 1, Map.of()))
                .singleElement()
                .asString()
                .contains("be removed");
        String renamed = "{'tables':[{'name':'thing','table_id':1,'columns':" + BEFORE + "}]}";
        assertThat(check(renamed, 1, Map.of())).singleElement().asString().contains("be renamed");
    }

    @Test
    void without_objects_everything_may_change() {
        assertThat(check("{'tables':[]}", 0, Map.of())).isEmpty();
        assertThat(check(item("[{'name':'a','type':'geo_json','column_id':1}]", ""), 0, Map.of()))
                .isEmpty();
    }

    @Test
    void a_removed_column_comes_back_only_with_a_type_that_fits_its_values() {
        String after = item("[{'name':'old','type':'boolean','column_id':8}]", "");
        assertThat(check(after, 1, Map.of(8L, ColumnType.TEXT))).hasSize(1);
        assertThat(check(after, 1, Map.of(8L, ColumnType.BOOLEAN))).isEmpty();
    }
}
