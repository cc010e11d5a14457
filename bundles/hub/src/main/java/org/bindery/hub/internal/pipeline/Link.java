package org.bindery.hub.internal.pipeline;

/**
 * Takes a save through one step. What surrounds the call of a step (time budget, figures, attribution) is a link around
 * a link.
 */
interface Link {

    /**
     * Passes a save.
     *
     * @param run the save; its batch is afterwards as the step left it
     * @throws org.bindery.api.error.ApiException to refuse the save
     */
    void pass(ChainRun run);
}
