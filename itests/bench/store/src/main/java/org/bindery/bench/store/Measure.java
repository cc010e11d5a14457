package org.bindery.bench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Operations per second of one kind, by a number of threads, after a warm-up: the best of three spans of two seconds,
 * because what else the machine does can only slow one down.
 */
final class Measure {

    private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long SPAN = TimeUnit.MILLISECONDS.toNanos(Long.getLong("bench.millis", 2000));

    private static final int SPANS = 3;

    /** One operation; the number is new each time. */
    @FunctionalInterface
    interface Operation {
        void run(int number) throws Exception;
    }

    private final AtomicInteger numbers = new AtomicInteger();

    void report(String name, int threads, Operation operation) throws Exception {
        print(name, rate(threads, operation));
    }

    double rate(int threads, Operation operation) throws Exception {
        run(threads, WARM_UP, operation);
        double best = 0;
        for (int span = 0; span < SPANS; span++) {
            best = Math.max(best, run(threads, SPAN, operation));
        }
        return best;
    }

    static void print(String name, double perSecond) {
        System.out.println("RESULT\t" + name + "\t" + String.format(Locale.ROOT, "%.0f", perSecond));
    }

    private double run(int threads, long span, Operation operation) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<Integer>> running = new ArrayList<>();
            for (int at = 0; at < threads; at++) {
                running.add(pool.submit(() -> {
                    int done = 0;
                    while (System.nanoTime() - start < span) {
                        operation.run(numbers.getAndIncrement());
                        done++;
                    }
                    return done;
                }));
            }
            int done = 0;
            for (Future<Integer> one : running) {
                done += one.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } finally {
            pool.shutdown();
        }
    }
}
