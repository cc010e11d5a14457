package org.bindery.api.save;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one call of a step gets: the request and the objects that match the step's filter.
 *
 * @param info who saves, and how; never null
 * @param objects the matching objects in request order; never null or empty when the core calls a step; unmodifiable
 */
public record SaveBatch(SaveInfo info, List<SaveObject> objects) {

    /** Takes an unmodifiable copy of the list. */
    public SaveBatch {
        objects = List.copyOf(objects);
    }

    /**
     * Applies a change to every object and returns those that really differ afterwards.
     *
     * @param change gets each object in turn and may change {@link SaveObject#json()}; not null
     * @return the result to hand back from the step; never null
     */
    public PreSaveResult changeEach(Consumer<SaveObject> change) {
        objects.forEach(change);
        return changed();
    }

    /**
     * Collects the objects whose JSON was changed so far. An object of which only {@link SaveObject#fields()} was used
     * is returned with its hash and fields only, which means the same.
     *
     * @return the result to hand back from the step; never null
     */
    public PreSaveResult changed() {
        List<ObjectNode> changed = new ArrayList<>();
        for (SaveObject object : objects) {
            if (object.isChanged()) {
                changed.add(object.answer());
            }
        }
        return PreSaveResult.of(changed);
    }
}
