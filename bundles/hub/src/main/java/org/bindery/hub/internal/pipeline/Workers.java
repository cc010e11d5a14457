package org.bindery.hub.internal.pipeline;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that run steps. Each depth of nesting has its own places: a save that waits for one inside it can never
 * take the place that one needs, so nested saves do not deadlock. Threads are made when needed and end when idle.
 */
final class Workers implements AutoCloseable {

    private static final Duration KEEP_IDLE = Duration.ofSeconds(30);

    private final int places;
    private final Duration wait;
    private final Semaphore[] free;
    private final ThreadPoolExecutor threads;

    /**
     * Makes the pool; no thread is started yet.
     *
     * @param places saves that may run at once, per depth
     * @param depths highest depth, from 0
     * @param wait how long a save waits for a place
     */
    Workers(int places, int depths, Duration wait) {
        this.places = places;
        this.wait = wait;
        this.free = new Semaphore[depths + 1];
        Arrays.setAll(free, depth -> new Semaphore(places));
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                KEEP_IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> new WorkerThread(task, number.incrementAndGet()));
    }

    /** @return places per depth */
    int places() {
        return places;
    }

    /** @return workers that run a save now, at any depth */
    int busy() {
        return free.length * places
                - Arrays.stream(free).mapToInt(Semaphore::availablePermits).sum();
    }

    /** @return depth of the save this thread runs a step of, or -1 if it is no worker */
    static int depthHere() {
        return Thread.currentThread() instanceof WorkerThread worker ? worker.depth : -1;
    }

    /** @return the steps around this thread's code, outermost first, as {@code plugin:step}; empty if there are none */
    static String trailHere() {
        return Thread.currentThread() instanceof WorkerThread worker ? worker.trail() : "";
    }

    /**
     * Starts a save on a worker. The calling thread is the one that waits for it.
     *
     * @param depth how many saves it stands in
     * @param handoff the save
     * @throws org.bindery.api.error.ApiException 503 if no worker is free in time
     */
    void start(int depth, Handoff handoff) {
        Semaphore place = free[depth];
        if (!acquire(place)) {
            throw StepErrors.busy(places, depth, wait.toMillis());
        }
        String trail = trailHere();
        boolean started = false;
        try {
            threads.execute(() -> work(depth, trail, handoff, place));
            started = true;
        } catch (RejectedExecutionException closed) {
            throw StepErrors.stopped();
        } finally {
            if (!started) {
                place.release();
            }
        }
    }

    private boolean acquire(Semaphore place) {
        try {
            return place.tryAcquire() || place.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw StepErrors.stopped();
        }
    }

    private static void work(int depth, String trail, Handoff handoff, Semaphore place) {
        WorkerThread worker = (WorkerThread) Thread.currentThread();
        worker.enter(depth, trail, handoff);
        try {
            handoff.run();
        } finally {
            worker.enter(-1, "", null);
            Thread.interrupted();
            place.release();
        }
    }

    /** Lets running saves end, and takes no new ones. */
    void retire() {
        threads.shutdown();
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A thread that knows which save it runs; only itself reads and writes that. */
    private static final class WorkerThread extends Thread {

        private int depth = -1;
        private String around = "";
        private Handoff handoff;

        WorkerThread(Runnable task, int number) {
            super(null, task, "bindery-pre-save-" + number);
            setDaemon(true);
            setContextClassLoader(Workers.class.getClassLoader());
        }

        void enter(int newDepth, String trail, Handoff newHandoff) {
            depth = newDepth;
            around = trail;
            handoff = newHandoff;
        }

        String trail() {
            StepWatch.TimedStep step = handoff == null ? null : handoff.runningStep();
            if (step == null) {
                return around;
            }
            String here = step.identity().plugin() + ":" + step.identity().step();
            return around.isEmpty() ? here : around + " > " + here;
        }
    }
}
