package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.ColumnType;

/** Catches what the hub refuses. */
final class Refusals {

    private Refusals() {}

    static ApiError of(Runnable call) {
        return catchThrowableOfType(ApiException.class, call::run).error();
    }

    /** Each problem as {@code object code field}. */
    static List<String> problems(ApiError error) {
        List<String> texts = new ArrayList<>();
        JsonNode byObject = error.parameters().path("problems");
        for (int i = 0; i < byObject.size(); i++) {
            for (JsonNode problem : byObject.get(i)) {
                texts.add(i + " " + problem.path("code").asText() + " "
                        + problem.path("field").asText());
            }
        }
        return texts;
    }

    static List<String> problems(FieldProblems problems) {
        return problems.isEmpty() ? List.of() : problems(of(() -> problems.refuseIfAny("")));
    }

    static Column column(ColumnType type) {
        return new Column(1, "f", type, false);
    }
}
