package org.bindery.api.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void no_problem_refuses_nothing() {
        assertThatCode(() -> new Problems().refuseIfAny()).doesNotThrowAnyException();
    }

    @Test
    void problems_are_answered_at_once_row_by_row() {
        Problems problems = new Problems();
        problems.add(2, "item.place", "unknown place");
        problems.add(0, "item.title", "missing");
        assertThat(problems.all()).hasSize(2);
        assertThatThrownBy(problems::refuseIfAny).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.error().code()).isEqualTo(Problems.CODE);
            JsonNode rows = refused.error().parameters().path("problems");
            assertThat(rows).hasSize(3);
            assertThat(rows.at("/2/0/field").asText()).isEqualTo("item.place");
            assertThat(rows.get(1)).isEmpty();
        });
    }
}
