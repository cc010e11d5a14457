package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.internal.schema.Objecttype;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UniqueValuesTest {

    private final RecordsFixture hub = new RecordsFixture()
            .withItem(
                    "[{'name':'code','type':'string'},{'name':'price','type':'double'},{'name':'day','type':'date'}]",
                    "[{'columns':[{'column_name_hint':'code'},{'column_name_hint':'price'}]},"
                            + "{'columns':[{'column_name_hint':'day'}]}]");
    private final Objecttype item = hub.schema.current().objecttype("item").orElseThrow();

    @AfterEach
    void close() {
        hub.close();
    }

    private Iterable<String> values(String fields) {
        RecordContent empty = RecordContent.empty(new Stamp(1, ""));
        RecordContent content = new RecordContent(
                Json.object(fields), "", empty.tags(), empty.pool(), empty.created(), empty.modified());
        return UniqueValues.of(item, content).values();
    }

    @Test
    void values_have_one_canonical_text() {
        assertThat(values("{'c1':'A','c2':5.0,'c3':{'value':'1871'}}")).containsExactly("[\"A\",5]", "[\"1871\"]");
        assertThat(values("{'c1':'A','c2':5}")).containsExactly("[\"A\",5]");
        assertThat(values("{'c1':'A','c2':0.5}")).containsExactly("[\"A\",0.5]");
    }

    @Test
    void a_key_with_an_empty_column_holds_nothing() {
        assertThat(values("{'c1':'A'}")).isEmpty();
        assertThat(values("{'c1':'','c2':1}")).isEmpty();
    }

    @Test
    void a_lookup_has_the_same_text() {
        assertThat(UniqueValues.canonicalText(
                        item.column("price").orElseThrow(), JsonNodeFactory.instance.numberNode(5.0)))
                .isEqualTo("[5]");
    }
}
