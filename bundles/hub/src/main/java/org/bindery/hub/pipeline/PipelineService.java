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
     * @param lastError text of the last error; empty if there was none
     * @param lastErrorAt when it happened, ISO 8601; empty if there was none
     */
    record StepMetrics(
            long calls,
            long errors,
            long p50Micros,
            long p95Micros,
            long p99Micros,
            String lastError,
            String lastErrorAt) {}
}
