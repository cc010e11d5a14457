package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

class SchemaProblemsTest {

    private final SchemaProblems problems = new SchemaProblems();

    @Test
    void no_problem_is_no_refusal() {
        problems.refuseIfAny();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void thousands_of_problems_are_counted_but_not_all_listed() {
        for (int i = 0; i < 3000; i++) {
            problems.add("tables[" + i + "]", "is wrong");
        }
        ApiException e = catchThrowableOfType(ApiException.class, problems::refuseIfAny);
        assertThat(e.error().code()).isEqualTo("SchemaInconsistent");
        assertThat(e.error().statuscode()).isEqualTo(400);
        assertThat(e.error().error()).isEqualTo("is wrong (and 2999 more)");
        assertThat(e.error().parameters().path("count").asInt()).isEqualTo(3000);
        assertThat(e.error().parameters().path("problems")).hasSize(1000);
    }
}
