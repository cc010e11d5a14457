package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.hub.internal.memory.Json;
import org.bindery.hub.record.Format;
import org.bindery.hub.record.RecordService.Page;
import org.bindery.hub.record.SaveOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Covers {@link RecordView} and {@link StandardText}. */
class RecordViewTest {

    private final RecordsFixture hub = open();

    private static RecordsFixture open() {
        RecordsFixture opened = new RecordsFixture();
        opened.schema.saveHead(
                RecordsFixture.ROOT,
                Json.object("{'tables':[{'name':'item','columns':[{'name':'title','type':'text'},"
                        + "{'name':'label','type':'text_l10n'},{'name':'n','type':'number'},"
                        + "{'name':'third','type':'string'},{'name':'fourth','type':'string'}]}]}"));
        opened.schema.saveMasks(
                RecordsFixture.ROOT,
                Json.object("{'masks':[{'name':'short','table_name_hint':'item','is_preferred':true,"
                        + "'fields':[{'column_name_hint':'label'},{'column_name_hint':'n'}]}]}"));
        opened.schema.commit(RecordsFixture.ROOT);
        opened.saveFields(
                "{'title':'Vase','label':{'de-DE':'Gefäß'},'n':1,'third':'3','fourth':'4','_pool':{'pool':{'_id':2}}}");
        return opened;
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private JsonNode list(String mask, Format format) {
        return hub.records
                .list(RecordsFixture.ROOT, "item", mask, new Page(0, 10), format)
                .get(0);
    }

    @Test
    void short_shows_ids_and_display_text_only() {
        JsonNode shown = list("_all_fields", Format.SHORT);
        assertThat(shown.path("item").fieldNames()).toIterable().containsExactly("_id", "_version");
        assertThat(shown.at("/_standard/1/text/de-DE").asText()).isEqualTo("Vase");
        assertThat(shown.at("/_standard/2/text/de-DE").asText()).isEqualTo("Gefäß");
        assertThat(shown.at("/_standard/3/text/de-DE").asText()).isEqualTo("3");
        assertThat(shown.path("_standard").has("4")).isFalse();
        assertThat(shown.has("_owner")).isFalse();
    }

    @Test
    void longer_formats_show_more() {
        JsonNode standard = list("_all_fields", Format.STANDARD);
        assertThat(standard.at("/item/title").asText()).isEqualTo("Vase");
        assertThat(standard.at("/item/_pool/pool/_id").asLong()).isEqualTo(2);
        assertThat(standard.has("_created")).isFalse();
        JsonNode longer = list("_all_fields", Format.LONG);
        assertThat(longer.at("/_owner/user/_id").asLong()).isEqualTo(1);
        assertThat(longer.at("/_create_user/user/_generated_displayname").asText())
                .isEqualTo("root");
        assertThat(longer.path("_created").asText()).isNotEmpty();
        assertThat(longer.has("_published")).isFalse();
        JsonNode full = list("_all_fields", Format.FULL);
        assertThat(full.path("_published").isArray()).isTrue();
        assertThat(full.path("_latest_version").asBoolean()).isTrue();
    }

    @Test
    void a_mask_hides_all_but_its_fields_also_in_the_display_text() {
        JsonNode shown = list("short", Format.FULL);
        assertThat(shown.path("item").fieldNames())
                .toIterable()
                .containsExactly("_id", "_version", "_pool", "label", "n");
        assertThat(shown.path("_mask").asText()).isEqualTo("short");
        assertThat(shown.path("_best_mask").asBoolean()).isTrue();
        assertThat(shown.toString()).doesNotContain("Vase");
    }

    @Test
    void saving_with_a_mask_leaves_other_fields_unchanged_and_answers_with_the_mask() {
        ObjectNode saved = (ObjectNode) hub.records
                .save(
                        RecordsFixture.ROOT,
                        "item",
                        Json.array("[{'_mask':'short','item':{'_id':1,'_version':2,'n':2,'title':'unseen'}}]"),
                        SaveOptions.plain())
                .get(0);
        assertThat(saved.path("_mask").asText()).isEqualTo("short");
        assertThat(saved.path("item").has("title")).isFalse();
        assertThat(hub.find(1).at("/item/title").asText()).isEqualTo("Vase");
        assertThat(hub.find(1).at("/item/n").asLong()).isEqualTo(2);
    }
}
