package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;

/** Collects what is wrong with the objects of a request, so that the client learns all of it at once. For one thread. */
final class FieldProblems {

    static final String INCONSISTENT = "SchemaInconsistent";
    static final String UNKNOWN_FIELD = "UnknownField";
    static final String UNKNOWN_OBJECTTYPE = "UnknownObjecttype";
    static final String UNKNOWN_MASK = "UnknownMask";
    static final String NOT_NULL = "DatabaseNotNullViolation";

    /** Keeps the answer readable when ten thousand objects have the same mistake. */
    private static final int MOST_LISTED = 1000;

    private record Found(int object, String code, String field, String message) {}

    private final List<Found> found = new ArrayList<>();

    /**
     * Notes a problem.
     *
     * @param object index of the object in the request
     * @param field dotted path of the field
     */
    void add(int object, String code, String field, String message) {
        found.add(new Found(object, code, field, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @param remedy what to do about it */
    void refuseIfAny(String remedy) {
        if (found.isEmpty()) {
            return;
        }
        Found first = found.get(0);
        throw new ApiException(ApiError.of(code(), 400, text(first))
                .parameter("count", found.size())
                .parameter("problems", byObject())
                .describedBy(remedy));
    }

    private String text(Found first) {
        String field = first.field().isEmpty() ? "" : first.field() + " ";
        String more = found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more)";
        return "Object " + first.object() + ": " + field + first.message() + more;
    }

    /** A mixture of problems gets the general code. */
    private String code() {
        String first = found.get(0).code();
        return found.stream().allMatch(problem -> problem.code().equals(first)) ? first : INCONSISTENT;
    }

    /** Problems of object i stand at position i, as fylr's editor expects it (fylr-spec 6.6). */
    private ArrayNode byObject() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Found problem : found.subList(0, Math.min(found.size(), MOST_LISTED))) {
            while (rows.size() <= problem.object()) {
                rows.addArray();
            }
            ((ArrayNode) rows.get(problem.object()))
                    .addObject()
                    .put("code", problem.code())
                    .put("field", problem.field())
                    .put("message", problem.message());
        }
        return rows;
    }
}
