package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.api.Test;

/** Covers {@link ModelCompiler} and what it makes: DataModel, Objecttype, Column, UniqueKey, Mask. */
class ModelCompilerTest {

    private final ObjectNode schema = SchemaFixture.complete(SchemaFixture.item(
            "[{'name':'b','type':'number'},{'name':'a','type':'text','not_null':true}]",
            ",'unique_keys':[{'columns':[{'column_name_hint':'a'},{'column_name_hint':'b'}]}]"));

    @Test
    void the_snapshot_finds_objecttypes_columns_and_unique_keys() {
        DataModel model = ModelCompiler.compile(schema.put("version", 3), Wire.emptyMasks());
        Objecttype item = model.objecttype("item").orElseThrow();
        assertThat(model.version()).isEqualTo(3);
        assertThat(model.objecttype("nothing")).isEmpty();
        assertThat(item.columns()).extracting(Column::name).containsExactly("b", "a");
        assertThat(item.column("a")).contains(new Column(2, "a", ColumnType.TEXT, true));
        assertThat(item.uniqueKeys()).extracting(UniqueKey::storedName).containsExactly("c1-c2");
        assertThat(item.uniqueKeys()).extracting(UniqueKey::displayName).containsExactly("b, a");
    }

    @Test
    void every_objecttype_has_the_mask_of_all_fields() {
        Objecttype item =
                ModelCompiler.compile(schema, Wire.emptyMasks()).objecttypes().get(0);
        assertThat(item.mask("_all_fields")).contains(item.allFields());
        assertThat(item.columns()).allMatch(item.allFields()::shows);
    }

    @Test
    void a_mask_shows_its_fields_only() {
        ObjectNode masks = Json.object("{'masks':[{'name':'short','table_id':1,'is_preferred':true,"
                + "'fields':[{'kind':'splitter'},{'kind':'field','column_id':2}]},"
                + "{'name':'strange','table_id':77,'fields':[]}]}");
        Objecttype item = ModelCompiler.compile(schema, masks).objecttypes().get(0);
        Mask mask = item.mask("short").orElseThrow();
        assertThat(mask.preferred()).isTrue();
        assertThat(item.columns().stream().filter(mask::shows))
                .extracting(Column::name)
                .containsExactly("a");
        assertThat(item.mask("strange")).isEmpty();
    }
}
