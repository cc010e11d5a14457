package org.bindery.store.embedded.internal.wire;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads commands run on. There can be one for each connection and none has to wait for another: a command that
 * waits for its turn to write must never keep the commit it waits for from running.
 */
final class CommandThreads implements Executor {

    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger numbers = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    CommandThreads(int most) {
        threads =
                new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    @Override
    public void execute(Runnable command) {
        threads.execute(command);
    }

    /** Lets running commands end; after the limit they are interrupted. */
    void close(Duration limit) {
        threads.shutdown();
        boolean ended = false;
        try {
            ended = threads.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            threads.shutdownNow();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bindery-store-command-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
