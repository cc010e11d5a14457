package org.bindery.hub.internal.pipeline;

/** What a worker tells the request that waits for it. */
interface StepWatch {

    /**
     * A step begins; the one before, if any, has ended in time.
     *
     * @param step which
     * @throws GivenUpException if the request no longer waits
     */
    void begin(TimedStep step);

    /** @return false if the request no longer waits, so that results of the step count for nothing */
    boolean isAwaited();

    /**
     * A step and the time it has.
     *
     * @param identity which step
     * @param budgetMillis time for one call
     * @param figures where the end of its time is counted
     */
    record TimedStep(StepIdentity identity, long budgetMillis, StepFigures figures) {}

    /** Unwinds a worker whose request has been answered already. Never reaches a client. */
    final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GivenUpException() {
            super("The request no longer waits", null, false, false);
        }
    }
}
