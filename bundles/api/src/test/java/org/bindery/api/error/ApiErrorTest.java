package org.bindery.api.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ApiErrorTest {

    @Test
    void changes_return_copies() {
        ApiError plain = ApiError.of("shelf.full", 400, "full");
        ApiError rich = plain.text("de-DE", "voll").parameter("shelf", 12).describedBy("why");
        assertThat(plain.texts()).isEmpty();
        assertThat(plain.parameters()).isEmpty();
        assertThat(rich.texts()).containsEntry("de-DE", "voll");
        assertThat(rich.parameters().path("shelf").asLong()).isEqualTo(12);
        assertThat(rich.description()).isEqualTo("why");
    }

    @Test
    void a_shared_error_cannot_be_changed_through_its_parameters() {
        ApiError error = ApiError.of("a", 400, "b").parameter("x", "1");
        ObjectNode parameters = error.parameters();
        parameters.put("x", "2");
        assertThat(error.parameters().path("x").asText()).isEqualTo("1");
    }

    @Test
    void a_null_text_parameter_is_json_null() {
        assertThat(ApiError.of("a", 400, "b")
                        .parameter("x", (String) null)
                        .parameters()
                        .get("x")
                        .isNull())
                .isTrue();
    }

    @Test
    void it_needs_a_code_and_an_error_status() {
        assertThatThrownBy(() -> ApiError.of(" ", 400, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiError.of("a", 200, "x")).hasMessageContaining("200");
        assertThat(ApiError.of("a", 400, null).error()).isEqualTo("a");
    }
}
