package org.bindery.store.embedded.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the same work on several threads that start together. */
final class Threads {

    /** What one thread does; its number starts at 0. */
    @FunctionalInterface
    interface Work {
        Object run(int number) throws Exception;
    }

    private Threads() {}

    /** The results in the order of the threads' numbers; the first failure is thrown. */
    static List<Object> together(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(threads);
            List<Future<Object>> running = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                int mine = number;
                running.add(pool.submit(() -> {
                    start.countDown();
                    start.await(10, TimeUnit.SECONDS);
                    return work.run(mine);
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
