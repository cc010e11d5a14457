package org.bindery.hub.internal.pipeline;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark and prints what twenty steps cost over none. Takes JMH's own options. */
public final class PipelineCost {

    /** The aim of the pipeline, in microseconds at the median. */
    static final double AIM = 20;

    private PipelineCost() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments options of JMH; they win over the ones set here
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        measure(arguments).forEach(System.out::println);
    }

    /** Runs the benchmark; gives one line per kind of chain. */
    static Collection<String> measure(String... arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .include(ChainBenchmark.class.getSimpleName())
                .shouldFailOnError(true);
        if (!given.getForkCount().hasValue()) {
            options.forks(1);
        }
        if (!given.getWarmupIterations().hasValue()) {
            options.warmupIterations(3).warmupTime(TimeValue.seconds(2));
        }
        if (!given.getMeasurementIterations().hasValue()) {
            options.measurementIterations(3).measurementTime(TimeValue.seconds(2));
        }
        return report(new Runner(options.build()).run());
    }

    private static Collection<String> report(Collection<RunResult> results) {
        Map<String, Double> empty = new TreeMap<>();
        results.stream()
                .filter(result -> steps(result) == 0)
                .forEach(result -> empty.put(kind(result), median(result)));
        Map<String, String> lines = new TreeMap<>();
        results.stream().filter(result -> steps(result) > 0).forEach(result -> {
            double without = empty.getOrDefault(kind(result), 0.0);
            lines.put(kind(result), line(result, without));
        });
        return lines.values();
    }

    private static String line(RunResult result, double without) {
        double cost = median(result) - without;
        return String.format(
                Locale.ROOT,
                "%d steps over none, %s: %.1f us at the median (aim %.0f: %s)",
                steps(result),
                kind(result),
                cost,
                AIM,
                cost <= AIM ? "held" : "missed");
    }

    private static int steps(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("steps"));
    }

    private static String kind(RunResult result) {
        return result.getPrimaryResult().getLabel() + ", " + result.getParams().getParam("kind") + ", "
                + result.getParams().getParam("changing") + " of them change";
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
