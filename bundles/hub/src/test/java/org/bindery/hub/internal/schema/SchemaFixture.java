package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.memory.Json;

/** Data models for tests, and what is wrong with them. */
final class SchemaFixture {

    static final SchemaLimits LIMITS = new SchemaLimits(5, 6, 4, 20_000, 10, 1000);

    private SchemaFixture() {}

    /** A draft with one objecttype {@code item}. */
    static ObjectNode item(String columns, String rest) {
        return Json.object("{'tables':[{'name':'item','columns':" + columns + rest + "}]}");
    }

    static ObjectNode item(String columns) {
        return item(columns, "");
    }

    /** A draft with ids and checked unique keys. */
    static ObjectNode complete(ObjectNode draft) {
        SchemaProblems problems = new SchemaProblems();
        new IdAssignment(List.of(Wire.emptySchema()), problems).assign(draft);
        new UniqueKeyCheck(problems).check(draft);
        problems.refuseIfAny();
        return draft;
    }

    static DataModel model(ObjectNode draft) {
        return ModelCompiler.compile(complete(draft), Wire.emptyMasks());
    }

    /** Each problem as {@code code path message}. */
    static List<String> problems(SchemaProblems problems) {
        try {
            problems.refuseIfAny();
            return List.of();
        } catch (ApiException e) {
            return problems(e);
        }
    }

    static List<String> problems(ApiException refused) {
        List<String> texts = new ArrayList<>();
        for (JsonNode problem : refused.error().parameters().path("problems")) {
            texts.add(problem.path("code").asText() + " " + problem.path("path").asText() + " "
                    + problem.path("message").asText());
        }
        return texts;
    }
}
