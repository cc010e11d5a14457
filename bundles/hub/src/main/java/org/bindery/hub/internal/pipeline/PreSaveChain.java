package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.api.save.SaveInfo;

/** Runs the pre-save steps over a batch. The record service calls it between loading and the constraints. */
public interface PreSaveChain {

    /**
     * Runs all matching steps.
     *
     * @param info who saves
     * @param objects the batch in request order, complete objects as plugins see them
     * @return the batch after the chain, in the same order; untouched objects are the same instances
     * @throws org.bindery.api.error.ApiException the plugin's own error, or 400 {@code DbPreSaveFailed}, or 504
     *     {@code DbPreSaveTimeout}, with plugin, version, step, object, cause and remedy as parameters
     */
    List<ObjectNode> run(SaveInfo info, List<ChainObject> objects);

    /**
     * One object of the batch.
     *
     * @param object the object with {@code _callback_context.hash} set; not changed by the chain
     * @param current the stored object in the same shape, or null for an insert; not changed
     */
    record ChainObject(ObjectNode object, ObjectNode current) {}
}
