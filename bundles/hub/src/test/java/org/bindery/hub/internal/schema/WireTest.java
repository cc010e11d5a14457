package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void malformed_parts_are_passed_over_because_the_checks_report_them() {
        assertThat(Wire.tables(Json.object("{'tables':[1,{'name':'a'},null]}"))).hasSize(1);
        assertThat(Wire.columns(Json.object("{'columns':'none'}"))).isEmpty();
        assertThat(Wire.masks(Json.object("{}"))).isEmpty();
        assertThat(Wire.id(Json.object("{'table_id':'x'}"), "table_id")).isZero();
        assertThat(Wire.name(Json.object("{}"))).isEmpty();
    }

    @Test
    void the_first_data_model_is_empty() {
        assertThat(Wire.emptySchema().path("tables").isEmpty()).isTrue();
        assertThat(Wire.emptyMasks().path("masks").isEmpty()).isTrue();
    }
}
