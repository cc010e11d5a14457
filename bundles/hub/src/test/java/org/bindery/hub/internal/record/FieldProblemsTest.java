package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.api.error.ApiError;
import org.junit.jupiter.api.Test;

class FieldProblemsTest {

    private final FieldProblems problems = new FieldProblems();

    @Test
    void problems_stand_at_the_position_of_their_object() {
        problems.add(2, FieldProblems.UNKNOWN_FIELD, "item.x", "is unknown");
        ApiError error = Refusals.of(() -> problems.refuseIfAny("Leave it out."));
        assertThat(error.parameters().path("problems")).hasSize(3);
        assertThat(error.parameters().at("/problems/2/0/field").asText()).isEqualTo("item.x");
        assertThat(error.code()).isEqualTo("UnknownField");
        assertThat(error.error()).isEqualTo("Object 2: item.x is unknown");
        assertThat(error.description()).isEqualTo("Leave it out.");
    }

    @Test
    void a_mixture_gets_the_general_code_and_a_count() {
        problems.add(0, FieldProblems.UNKNOWN_FIELD, "item.x", "is unknown");
        problems.add(0, FieldProblems.NOT_NULL, "item.y", "must not be empty");
        ApiError error = Refusals.of(() -> problems.refuseIfAny(""));
        assertThat(error.code()).isEqualTo("SchemaInconsistent");
        assertThat(error.error()).endsWith("(and 1 more)");
    }

    @Test
    void thousands_are_counted_but_not_all_listed() {
        for (int i = 0; i < 5000; i++) {
            problems.add(i, FieldProblems.NOT_NULL, "item.y", "must not be empty");
        }
        ApiError error = Refusals.of(() -> problems.refuseIfAny(""));
        assertThat(error.parameters().path("count").asInt()).isEqualTo(5000);
        assertThat(error.parameters().path("problems")).hasSize(1000);
    }

    @Test
    void no_problem_is_no_refusal() {
        problems.refuseIfAny("");
        assertThat(problems.isEmpty()).isTrue();
    }
}
