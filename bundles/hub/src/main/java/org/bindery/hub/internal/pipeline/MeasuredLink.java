package org.bindery.hub.internal.pipeline;

import org.bindery.api.error.ApiException;

/** Counts calls, errors and durations. A call that outlived its request was counted when its time was up. */
record MeasuredLink(StepFigures figures, Link inner) implements Link {

    @Override
    public void pass(ChainRun run) {
        long start = System.nanoTime();
        try {
            inner.pass(run);
        } catch (ApiException error) {
            if (run.watch().isAwaited()) {
                figures.failed(System.nanoTime() - start, error.getMessage());
            }
            throw error;
        }
        if (run.watch().isAwaited()) {
            figures.succeeded(System.nanoTime() - start);
        }
    }
}
