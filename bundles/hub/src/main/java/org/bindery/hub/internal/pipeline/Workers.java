package org.bindery.hub.internal.pipeline;

import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
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
    private final Deque<WorkerThread> idle = new ConcurrentLinkedDeque<>();
    private final Set<WorkerThread> all = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private volatile boolean closed;

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
        return Thread.currentThread() instanceof WorkerThread worker ? worker.depth() : -1;
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
        if (closed || !acquire(place)) {
            throw closed ? StepErrors.stopped() : StepErrors.busy(places, depth, wait.toMillis());
        }
        WorkerThread.Task task = new WorkerThread.Task(handoff, depth, trailHere(), place);
        WorkerThread worker = idle.poll();
        if (worker != null) {
            worker.take(task);
        } else {
            startThread(task);
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

    private void startThread(WorkerThread.Task task) {
        WorkerThread worker = new WorkerThread(this, task, "bindery-pre-save-" + made.incrementAndGet());
        boolean started = false;
        try {
            all.add(worker);
            worker.start();
            started = true;
        } finally {
            if (!started) {
                all.remove(worker);
                task.place().release();
            }
        }
    }

    /** A worker has nothing to do; from now on it may be given a task. */
    void idle(WorkerThread worker) {
        idle.push(worker);
    }

    /**
     * An idle worker wants to end.
     *
     * @return false if it was just taken out of the idle ones, so that a task is on its way to it
     */
    boolean dismiss(WorkerThread worker) {
        return idle.remove(worker);
    }

    /** A worker's thread has ended. */
    void ended(WorkerThread worker) {
        all.remove(worker);
    }

    /** @return how long an idle worker sleeps before it ends */
    Duration patience() {
        return closed ? Duration.ZERO : KEEP_IDLE;
    }

    /** Takes no more saves, interrupts the running ones, and lets the idle threads end. */
    @Override
    public void close() {
        closed = true;
        all.forEach(Thread::interrupt);
    }
}
