package org.bindery.hub.pipeline;

import java.util.List;

/** Shows the live chain of pre-save steps. Safe for use by many threads. */
public interface PipelineService {

    /**
     * The chain as it would run now.
     *
     * @return the steps in running order
     */
    List<StepView> steps();

    /**
     * Steps that are there but do not run, such as those without a usable name. They join by themselves when the reason
     * goes.
     *
     * @return the refused steps
     */
    List<RefusedStep> refused();

    /**
     * What is odd about the configuration of the chain: entries that cannot be read or name no step.
     *
     * @return one sentence each; empty if all is well
     */
    List<String> notices();

    /**
     * The threads that run the steps.
     *
     * @return their figures now
     */
    WorkerView workers();

    /**
     * One step of the chain.
     *
     * @param plugin name of the plugin
     * @param version version of the plugin
     * @param step name of the step
     * @param objecttypes objecttypes it sees; empty means all
     * @param budgetMillis time it may take for one batch, in milliseconds
     * @param reasons why it stands where it does, one sentence each, the deciding rule first
     * @param metrics its figures since it joined the chain
     */
    record StepView(
            String plugin,
            String version,
            String step,
            List<String> objecttypes,
            long budgetMillis,
            List<String> reasons,
            StepMetrics metrics) {}

    /**
     * Figures of a step.
     *
     * @param calls calls that ended, with errors
     * @param errors calls that ended with an error or ran out of time
     * @param p50Micros median duration in microseconds
     * @param p95Micros 95th percentile in microseconds
     * @param p99Micros 99th percentile in microseconds
     * @param hung calls that ran out of time and still hold their worker, now
     * @param lastError text of the last error; empty if there was none
     * @param lastErrorAt when it happened, ISO 8601; empty if there was none
     */
    record StepMetrics(
            long calls,
            long errors,
            long p50Micros,
            long p95Micros,
            long p99Micros,
            int hung,
            String lastError,
            String lastErrorAt) {}

    /**
     * A step that does not run.
     *
     * @param plugin name of the plugin
     * @param version version of the plugin
     * @param step name of the step; empty if it has no usable one
     * @param reason why it does not run, and what to do
     */
    record RefusedStep(String plugin, String version, String step, String reason) {}

    /**
     * Figures of the workers.
     *
     * @param limit saves that may run steps at once, per depth of nesting
     * @param busy workers that run steps now, hung ones included
     * @param hung workers held by steps that ran out of time and ignore their interruption
     */
    record WorkerView(int limit, int busy, int hung) {}
}
