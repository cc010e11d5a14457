package org.bindery.api.save;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaveObjectTest {

    private final ObjectNode source = object("Vase");
    private final SaveObject object = new SaveObject(3, source, object("Krug"));

    @Test
    void reading_copies_nothing_and_changing_never_reaches_the_source() {
        assertThat(object.field("title").asText()).isEqualTo("Vase");
        object.fields().put("title", "VASE");
        assertThat(object.field("title").asText()).isEqualTo("VASE");
        assertThat(source.at("/item/title").asText()).isEqualTo("Vase");
    }

    @Test
    void it_knows_its_place_type_hash_and_stored_state() {
        assertThat(object.index()).isEqualTo(3);
        assertThat(object.objecttype()).isEqualTo("item");
        assertThat(object.hash()).isEqualTo("h1");
        assertThat(object.isInsert()).isFalse();
        assertThat(object.current().orElseThrow().at("/item/title").asText()).isEqualTo("Krug");
        assertThat(new SaveObject(0, source, null).isInsert()).isTrue();
    }

    @Test
    void the_wire_form_carries_the_stored_object_or_null() {
        assertThat(object.wire().at("/_current/item/title").asText()).isEqualTo("Krug");
        assertThat(new SaveObject(0, source, null).wire().get("_current").isNull())
                .isTrue();
        assertThat(object.json().has("_current")).isFalse();
    }

    @Test
    void only_a_real_difference_is_a_change() {
        assertThat(object.isChanged()).isFalse();
        object.fields().put("title", "Vase");
        assertThat(object.isChanged()).isFalse();
        object.fields().put("title", "Topf");
        assertThat(object.isChanged()).isTrue();
    }

    @Test
    void fields_and_complete_json_are_one_copy_whichever_is_asked_for_first() {
        object.fields().put("title", "Topf");
        object.json().put("_comment", "renamed");
        object.fields().put("year", 1871);
        assertThat(object.json().at("/item/title").asText()).isEqualTo("Topf");
        assertThat(object.field("year").asInt()).isEqualTo(1871);
        assertThat(object.json().at("/item/year").asInt()).isEqualTo(1871);
        assertThat(source.has("_comment")).isFalse();
        assertThat(source.at("/item").size()).isEqualTo(1);
    }

    @Test
    void the_answer_holds_only_what_the_step_touched() {
        source.putArray("_tags").addObject().put("_id", 5);
        SaveBatch batch = new SaveBatch(SaveInfo.of(new SaveUser(1, "root", "Root")), List.of(object));
        ObjectNode answer = batch.changeEach(each -> each.fields().put("title", "Topf"))
                .objects()
                .get(0);
        assertThat(answer.at("/_callback_context/hash").asText()).isEqualTo("h1");
        assertThat(answer.has("_tags")).isFalse();
        assertThat(object.json().has("_tags")).isTrue();
    }

    @Test
    void a_batch_answers_with_the_changed_objects_only() {
        SaveObject other = new SaveObject(4, object("Krug"), null);
        SaveBatch batch = new SaveBatch(SaveInfo.of(new SaveUser(1, "root", "Root")), List.of(object, other));
        PreSaveResult result = batch.changeEach(each -> each.fields().put("title", "Krug"));
        assertThat(result.objects()).containsExactly(object.json());
        assertThat(PreSaveResult.of(List.of())).isSameAs(PreSaveResult.unchanged());
    }

    private static ObjectNode object(String title) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("_objecttype", "item");
        json.putObject(SaveObject.CALLBACK_CONTEXT).put("hash", "h1");
        json.putObject("item").put("title", title);
        return json;
    }
}
