package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;

/** Collects what is wrong with a draft, so that its author learns all of it at once. Used by one thread. */
final class SchemaProblems {

    static final String INCONSISTENT = "SchemaInconsistent";
    static final String UNKNOWN_TYPE = "UnknownColumnType";
    static final String UNSUPPORTED = "UnsupportedFieldType";
    static final String INCOMPATIBLE = "IncompatibleChange";

    /** Keeps the answer readable when a script goes wrong thousandfold. */
    private static final int MOST_LISTED = 1000;

    private record Found(String code, String path, String message) {}

    private final List<Found> found = new ArrayList<>();

    void add(String code, String path, String message) {
        found.add(new Found(code, path, message));
    }

    void add(String path, String message) {
        add(INCONSISTENT, path, message);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void refuseIfAny() {
        if (found.isEmpty()) {
            return;
        }
        Found first = found.get(0);
        String text = found.size() == 1 ? first.message() : first.message() + " (and " + (found.size() - 1) + " more)";
        throw new ApiException(ApiError.of(INCONSISTENT, 400, text)
                .parameter("count", found.size())
                .parameter("problems", listed())
                .describedBy("Nothing was changed. Correct the places named in problems and send the draft again."));
    }

    private ArrayNode listed() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        found.stream()
                .limit(MOST_LISTED)
                .forEach(problem -> list.addObject()
                        .put("code", problem.code())
                        .put("path", problem.path())
                        .put("message", problem.message()));
        return list;
    }
}
