package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.ColumnType;
import org.bindery.hub.internal.schema.Mask;
import org.junit.jupiter.api.Test;

/** Covers {@link RecordContent}, {@link RecordState}, {@link Stamp}, {@link PostedObject} and {@link Shapes}. */
class RecordContentTest {

    private static final Stamp BEFORE = new Stamp(1, "2026-01-01T00:00:00Z");
    private static final Stamp NOW = new Stamp(2, "2026-02-02T00:00:00Z");
    private static final Column TITLE = new Column(1, "title", ColumnType.TEXT, false);
    private static final Column FLAG = new Column(2, "flag", ColumnType.BOOLEAN, false);

    private final RecordContent content = new RecordContent(
            Json.object("{'c1':'a','c9':'of a removed column'}"),
            "first",
            Json.array("[{'_id':5}]"),
            Json.object("{'pool':{'_id':2}}"),
            BEFORE,
            BEFORE);

    private static PostedObject posted(String fields) {
        Map<Column, JsonNode> values = Map.of(TITLE, Json.object(fields).get("title"));
        Mask mask = new Mask("m", false, Set.of());
        return new PostedObject(
                0,
                new Target.New(),
                mask,
                OptionalLong.empty(),
                false,
                values,
                "second",
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void it_comes_back_from_the_store() {
        RecordState state = new RecordState(7, 3, 2, "u", content);
        assertThat(RecordState.of(state.toStored("item"))).isEqualTo(state);
    }

    @Test
    void what_was_not_posted_stays_even_values_of_removed_columns() {
        RecordContent next = content.with(posted("{'title':'b'}"), NOW);
        assertThat(next.fields()).hasToString("{\"c1\":\"b\",\"c9\":\"of a removed column\"}");
        assertThat(next.tags()).isEqualTo(content.tags());
        assertThat(next.pool()).isEqualTo(content.pool());
        assertThat(next.comment()).isEqualTo("second");
        assertThat(next.created()).isEqualTo(BEFORE);
        assertThat(next.modified()).isEqualTo(NOW);
        assertThat(content.fields().get("c1").asText()).isEqualTo("a");
    }

    @Test
    void null_clears_a_value() {
        assertThat(content.with(posted("{'title':null}"), NOW).value(TITLE).isNull())
                .isTrue();
    }

    @Test
    void no_boolean_is_shown_as_false() {
        assertThat(Shapes.shown(FLAG, content.value(FLAG)).booleanValue()).isFalse();
        assertThat(Shapes.shown(FLAG, content.value(FLAG)).isBoolean()).isTrue();
        assertThat(Shapes.isEmpty(content.value(FLAG))).isTrue();
    }
}
