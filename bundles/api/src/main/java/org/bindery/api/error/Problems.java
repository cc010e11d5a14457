package org.bindery.api.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects all problems of a batch, so that the client learns them in one answer. Not safe for use by several threads.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * problems.add(object.index(), "item.place", "unknown place");
 * problems.refuseIfAny();
 * }</pre>
 */
public final class Problems {

    /** Code of the error that carries the problems, as fylr's editor expects it (fylr-spec 6.6). */
    public static final String CODE = "validation.plugin.error";

    private final List<Problem> found = new ArrayList<>();

    /** Makes an empty list of problems. */
    public Problems() {}

    /**
     * Notes a problem.
     *
     * @param object index of the object in the request, from 0
     * @param field dotted field path, see {@link Problem#field()}; not null
     * @param message what is wrong, for people; not null
     */
    public void add(int object, String field, String message) {
        found.add(new Problem(object, field, message));
    }

    /**
     * Tells what was noted.
     *
     * @return the problems in the order they were added; never null, unmodifiable
     */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /**
     * Does nothing if there is no problem.
     *
     * @throws ApiException with status 400 and code {@value #CODE} if there is a problem
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new ApiException(
                    ApiError.of(CODE, 400, found.get(0).message()).parameter("problems", byObject()));
        }
    }

    private ArrayNode byObject() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        int last = found.stream().mapToInt(Problem::object).max().orElse(-1);
        for (int i = 0; i <= last; i++) {
            rows.addArray();
        }
        for (Problem problem : found) {
            ObjectNode entry = ((ArrayNode) rows.get(problem.object())).addObject();
            entry.put("field", problem.field()).put("message", problem.message());
        }
        return rows;
    }
}
