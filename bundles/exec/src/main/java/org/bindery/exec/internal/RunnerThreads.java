package org.bindery.exec.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that carry bytes between programs and their callers. As many as there are pipes, which places bound. */
final class RunnerThreads implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(RunnerThreads.class);
    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bindery-exec-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** Does work after a pause, unless the threads have been ended by then. */
    void later(Duration pause, Runnable work) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, this::executeIfOpen)
                .execute(work);
    }

    private void executeIfOpen(Runnable work) {
        try {
            pool.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Work came too late: the runner has stopped", e);
        }
    }

    /** Lets the threads end their work for a while, then interrupts them. */
    void end(Duration patience) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
