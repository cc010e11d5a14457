package org.bindery.hub.internal.pipeline;

import org.bindery.hub.internal.pipeline.StepWatch.TimedStep;

/** Starts the step's clock: the waiting request frees itself when the time is up, whatever the step does. */
record BudgetedLink(TimedStep step, Link inner) implements Link {

    @Override
    public void pass(ChainRun run) {
        run.watch().begin(step);
        inner.pass(run);
    }
}
