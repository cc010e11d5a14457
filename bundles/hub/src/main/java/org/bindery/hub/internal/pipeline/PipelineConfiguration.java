package org.bindery.hub.internal.pipeline;

/** Settings of the chain, configuration PID {@code org.bindery.pipeline}. Lists may be arrays or text with commas. */
@interface PipelineConfiguration {

    /** The configuration PID. */
    String PID = "org.bindery.pipeline";

    /** @return key {@code order}: steps in the order they shall run; {@code *} stands for all that are not named */
    String[] order() default {};

    /** @return key {@code disabled}: steps that shall not run */
    String[] disabled() default {};

    /** @return key {@code budgets}: time per step in milliseconds, as {@code plugin:step=5000} */
    String[] budgets() default {};

    /** @return key {@code budget.millis}: time for a step that says nothing, in milliseconds */
    long budget_millis() default 30_000;

    /** @return key {@code workers}: saves that may run steps at once, per depth of nesting */
    int workers() default 128;

    /** @return key {@code worker.wait.millis}: how long a save waits for a free worker, in milliseconds */
    long worker_wait_millis() default 5_000;

    /** @return key {@code depth}: how deep saves may stand in saves */
    int depth() default 8;

    /** @return key {@code drain.millis}: how long a leaving step is kept for running saves, in milliseconds */
    long drain_millis() default 4_000;
}
