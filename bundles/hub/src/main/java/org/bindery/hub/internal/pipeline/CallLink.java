package org.bindery.hub.internal.pipeline;

import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveBatch;

/** The innermost link: calls the step with the objects it wants, and takes over what it returns. */
record CallLink(StepDeclaration declaration, PreSaveStep step) implements Link {

    @Override
    public void pass(ChainRun run) {
        SaveBatch seen = run.batch().seenBy(declaration, run.info());
        new AnswerMerge(run.batch(), declaration).take(step.beforeSave(seen));
    }
}
