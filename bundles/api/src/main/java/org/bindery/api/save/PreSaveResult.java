package org.bindery.api.save;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The answer of a step: the objects it changed, each with the {@code _callback_context.hash} it came with (fylr-spec
 * 6.4). A key missing inside an object means unchanged, JSON null means clear.
 *
 * @param objects changed objects; never null; an empty list means nothing to do
 */
public record PreSaveResult(List<ObjectNode> objects) {

    private static final PreSaveResult UNCHANGED = new PreSaveResult(List.of());

    /** Takes an unmodifiable copy of the list. */
    public PreSaveResult {
        objects = List.copyOf(objects);
    }

    /**
     * The answer of a step that has nothing to change.
     *
     * @return a result without objects
     */
    public static PreSaveResult unchanged() {
        return UNCHANGED;
    }

    /**
     * The answer of a step that changed something.
     *
     * @param objects the changed objects; not null, no null elements
     * @return the result
     */
    public static PreSaveResult of(List<ObjectNode> objects) {
        return objects.isEmpty() ? UNCHANGED : new PreSaveResult(objects);
    }
}
