package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bindery.api.error.ApiError;
import org.bindery.hub.internal.memory.SettingsOf;
import org.bindery.hub.record.RecordService.Deletion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordLimitsTest {

    private final RecordsFixture hub = new RecordsFixture(new RecordLimits(2, 10, 80, 8, 5, 0))
            .withItem(
                    "[{'name':'a','type':'text'},{'name':'b','type':'text'},{'name':'c','type':'text'}]",
                    "[{'columns':[{'column_name_hint':'c'}]}]");

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_request_has_a_largest_number_of_objects() {
        ApiError error = Refusals.of(() -> hub.save("[{'item':{}},{'item':{}},{'item':{}}]"));
        assertThat(error.code()).isEqualTo("TooManyObjects");
        assertThat(error.parameters().path("limit").asInt()).isEqualTo(2);
        List<Deletion> deletions = List.of(new Deletion(1, 1, ""), new Deletion(2, 1, ""), new Deletion(3, 1, ""));
        assertThat(Refusals.of(() -> hub.records.delete(RecordsFixture.ROOT, "item", deletions))
                        .code())
                .isEqualTo("TooManyObjects");
        assertThat(Refusals.of(() -> hub.save("[{'item':{'_id':[1,2]}},{'item':{'_id':[3]}}]"))
                        .code())
                .isEqualTo("TooManyObjects");
    }

    @Test
    void a_text_has_a_longest_length_and_an_object_a_largest_size() {
        assertThat(Refusals.of(() -> hub.saveFields("{'a':'01234567890'}")).error())
                .contains("at most 10");
        String large = "{'a':'0123456789','b':'0123456789','c':'0123456789'}";
        assertThat(Refusals.of(() -> hub.saveFields(large)).code()).isEqualTo("ObjectTooLarge");
    }

    @Test
    void the_defaults_are_those_of_the_settings() {
        StoredRecords.Settings settings = SettingsOf.type(StoredRecords.Settings.class, Map.of());
        assertThat(StoredRecords.limits(settings)).isEqualTo(RecordLimits.defaults());
    }
}
