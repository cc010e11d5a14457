package org.bindery.hub.internal.pipeline;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.bindery.hub.metrics.DurationHistogram;
import org.bindery.hub.pipeline.PipelineService.StepMetrics;

/** The figures of one step since it joined the chain. Safe for use by many threads, without locks. */
final class StepFigures {

    private record LastError(String text, String at) {}

    private static final LastError NONE = new LastError("", "");

    private final DurationHistogram durations = new DurationHistogram();
    private final LongAdder errors = new LongAdder();
    private final AtomicInteger hung = new AtomicInteger();
    private volatile LastError lastError = NONE;

    void succeeded(long nanos) {
        durations.add(nanos);
    }

    void failed(long nanos, String error) {
        lastError = new LastError(Sentences.cut(error), Instant.now().toString());
        errors.increment();
        durations.add(nanos);
    }

    /** A call ran out of time and still holds its worker. */
    void hangs() {
        hung.incrementAndGet();
    }

    /** A call that ran out of time has given its worker back. */
    void returned() {
        hung.decrementAndGet();
    }

    StepMetrics view() {
        LastError last = lastError;
        return new StepMetrics(
                durations.count(),
                errors.sum(),
                micros(0.50),
                micros(0.95),
                micros(0.99),
                hung.get(),
                last.text(),
                last.at());
    }

    private long micros(double share) {
        return TimeUnit.NANOSECONDS.toMicros(durations.percentile(share));
    }
}
