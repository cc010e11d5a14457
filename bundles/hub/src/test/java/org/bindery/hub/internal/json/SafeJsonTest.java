package org.bindery.hub.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.api.Test;

class SafeJsonTest {

    private final SafeJson json = new SafeJson(3, 5);

    @Test
    void keys_of_databases_and_prototypes_are_only_keys() {
        assertThat(json.problem(Json.object("{'$or':{'a.b':1},'proto':[true,null]}")))
                .isEmpty();
    }

    @Test
    void depth_texts_keys_and_numbers_have_bounds() {
        assertThat(json.problem(Json.array("[[[1]]]"))).isPresent();
        assertThat(json.problem(Json.array("['too long']"))).isPresent();
        assertThat(json.problem(Json.object("{'too long':1}"))).isPresent();
        assertThat(json.problem(Json.array("[1e999]"))).isPresent();
        ObjectNode half = JsonNodeFactory.instance.objectNode().put("\ud800", 1);
        assertThat(json.problem(half)).isPresent();
    }

    @Test
    void the_size_is_about_that_of_the_stored_bytes() {
        ObjectNode object = Json.object("{'title':'Größe 花 😀','numbers':[1,2,3],'none':null}");
        long bytes = object.toString().getBytes(StandardCharsets.UTF_8).length;
        assertThat(SafeJson.size(object)).isBetween(bytes, 4 * bytes);
    }
}
