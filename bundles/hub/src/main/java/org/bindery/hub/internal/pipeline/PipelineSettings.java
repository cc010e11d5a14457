package org.bindery.hub.internal.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checked settings of the chain. An entry that makes no sense is left out and named in the notices.
 *
 * @param order the administrator's order
 * @param disabled steps that are switched off
 * @param budgets time per step
 * @param limits numbers
 * @param notices what was left out and why
 */
record PipelineSettings(
        List<StepPattern> order,
        List<StepPattern> disabled,
        List<BudgetRule> budgets,
        Limits limits,
        List<String> notices) {

    /**
     * Time for the steps a pattern names.
     *
     * @param steps which steps
     * @param millis milliseconds, at least 1
     */
    record BudgetRule(StepPattern steps, long millis) {}

    /**
     * The limits of the chain.
     *
     * @param budget time of a step that says nothing
     * @param workers saves that may run steps at once, per depth
     * @param workerWait how long a save waits for a free worker
     * @param depth how deep saves may stand in saves
     * @param drain how long a leaving step is kept for running saves
     */
    record Limits(Duration budget, int workers, Duration workerWait, int depth, Duration drain) {

        static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(30), 128, Duration.ofSeconds(5), 8, Duration.ofSeconds(4));
    }

    /** Settings without any override. */
    static PipelineSettings of(Limits limits) {
        return new PipelineSettings(List.of(), List.of(), List.of(), limits, List.of());
    }

    /** Reads the configuration. */
    static PipelineSettings read(PipelineConfiguration configuration) {
        List<String> notices = new ArrayList<>();
        Function<String, Optional<StepPattern>> pattern = StepPattern::read;
        return new PipelineSettings(
                entries("order", configuration.order(), pattern, notices),
                entries("disabled", configuration.disabled(), pattern, notices),
                entries("budgets", configuration.budgets(), PipelineSettings::budgetRule, notices),
                limits(configuration, notices),
                List.copyOf(notices));
    }

    /** @return the time the configuration gives a step by name, if it does */
    Optional<BudgetRule> budgetOf(String plugin, String step) {
        return budgets.stream()
                .filter(rule -> rule.steps().matches(plugin, step))
                .max(Comparator.comparingInt(rule -> rule.steps().exactness()));
    }

    private static Limits limits(PipelineConfiguration configuration, List<String> notices) {
        Limits normal = Limits.DEFAULT;
        return new Limits(
                millis("budget.millis", configuration.budget_millis(), normal.budget(), notices),
                count("workers", configuration.workers(), 1, 10_000, normal.workers(), notices),
                millis("worker.wait.millis", configuration.worker_wait_millis(), normal.workerWait(), notices),
                count("depth", configuration.depth(), 0, 64, normal.depth(), notices),
                millis("drain.millis", configuration.drain_millis(), normal.drain(), notices));
    }

    private static Duration millis(String key, long value, Duration normal, List<String> notices) {
        long most = Duration.ofDays(1).toMillis();
        if (value >= 1 && value <= most) {
            return Duration.ofMillis(value);
        }
        notices.add(outOfRange(key, value, 1, most, normal.toMillis()));
        return normal;
    }

    private static int count(String key, int value, int least, int most, int normal, List<String> notices) {
        if (value >= least && value <= most) {
            return value;
        }
        notices.add(outOfRange(key, value, least, most, normal));
        return normal;
    }

    private static String outOfRange(String key, long value, long least, long most, long normal) {
        return "Setting " + key + " of " + PipelineConfiguration.PID + " is " + value + ", not " + least + " to " + most
                + "; the default " + normal + " is used.";
    }

    private static <T> List<T> entries(
            String key, String[] values, Function<String, Optional<T>> reader, List<String> notices) {
        List<T> found = new ArrayList<>();
        for (String entry :
                String.join(",", values == null ? new String[0] : values).split(",")) {
            String text = entry.strip();
            if (!text.isEmpty()) {
                reader.apply(text).ifPresentOrElse(found::add, () -> notices.add(unreadable(key, text)));
            }
        }
        return List.copyOf(found);
    }

    private static String unreadable(String key, String text) {
        String form = key.equals("budgets") ? "plugin:step=milliseconds" : "plugin:step, plugin:* or *";
        return "Entry '" + Sentences.cut(text) + "' of setting " + key + " of " + PipelineConfiguration.PID
                + " is left out: it must be " + form + ".";
    }

    private static Optional<BudgetRule> budgetRule(String text) {
        List<String> parts =
                Arrays.stream(text.split("=", -1)).map(String::strip).toList();
        if (parts.size() != 2 || !parts.get(1).matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        return StepPattern.read(parts.get(0)).map(steps -> new BudgetRule(steps, Long.parseLong(parts.get(1))));
    }
}
