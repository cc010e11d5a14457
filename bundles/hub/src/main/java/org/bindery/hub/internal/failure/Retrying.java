package org.bindery.hub.internal.failure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bindery.api.error.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on a thread of its own, beginning again after a pause until it succeeds. */
public final class Retrying {

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);

    private final String threadName;
    private final Duration pause;
    private final Runnable work;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile String failure = "";

    public Retrying(String threadName, Duration pause, Runnable work) {
        this.threadName = threadName;
        this.pause = pause;
        this.work = work;
    }

    /** Begins the work; once it has ended, it may be begun again. */
    public void start() {
        Thread next = new Thread(this::run, threadName);
        next.setDaemon(true);
        thread = next;
        next.start();
    }

    /** Ends the work; it is not begun again. */
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Why the work has not ended yet. */
    public String reason(String otherwise) {
        return failure.isEmpty() ? otherwise : failure;
    }

    private void run() {
        while (stopped.getCount() > 0 && !succeeds()) {
            pause();
        }
    }

    private boolean succeeds() {
        try {
            work.run();
            return true;
        } catch (ApiException e) {
            report(e.error().error(), e);
        } catch (RuntimeException e) {
            // Damaged data ends up here; an administrator must see it, and may repair it while Bindery runs.
            report(String.valueOf(e.getMessage()), e);
        }
        return false;
    }

    private void report(String text, RuntimeException cause) {
        if (!text.equals(failure)) {
            LOG.warn("{}; trying again every {} ms", text, pause.toMillis(), cause);
        }
        failure = text;
    }

    private void pause() {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
