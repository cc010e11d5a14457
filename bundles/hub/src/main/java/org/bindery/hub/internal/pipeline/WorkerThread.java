package org.bindery.hub.internal.pipeline;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that runs one save after another, and knows which one. While it sleeps it is among the idle workers; whoever
 * takes it out of there owes it a task. Waking a known thread costs a fraction of handing over through the queue of a
 * thread pool, whose receiver spins on the processor the sender needs.
 */
final class WorkerThread extends Thread {

    /**
     * A save and where it stands.
     *
     * @param handoff the save
     * @param depth how many saves it stands in
     * @param trail the steps around it, as {@code plugin:step}, outermost first
     * @param place what is given back at the end
     */
    record Task(Handoff handoff, int depth, String trail, Semaphore place) {}

    private final Workers workers;
    private final AtomicReference<Task> next;

    /** The running task; only this thread reads and writes it. */
    private Task current;

    WorkerThread(Workers workers, Task first, String name) {
        super(null, null, name);
        this.workers = workers;
        this.next = new AtomicReference<>(first);
        setDaemon(true);
        setContextClassLoader(WorkerThread.class.getClassLoader());
    }

    /** Gives a task to a worker that was just taken out of the idle ones. */
    void take(Task task) {
        next.set(task);
        LockSupport.unpark(this);
    }

    @Override
    public void run() {
        try {
            Task task = next.getAndSet(null);
            while (task != null) {
                work(task);
                task = awaitNext();
            }
        } finally {
            workers.ended(this);
        }
    }

    private void work(Task task) {
        current = task;
        try {
            task.handoff().run();
        } finally {
            current = null;
            clearInterrupt();
            workers.idle(this);
            task.place().release();
        }
    }

    /** The next task, or null when the worker is no longer needed. */
    private Task awaitNext() {
        long start = System.nanoTime();
        Task task = next.getAndSet(null);
        while (task == null) {
            long left = workers.patience().toNanos() - (System.nanoTime() - start);
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else if (workers.dismiss(this)) {
                return null;
            } else {
                Thread.onSpinWait();
            }
            clearInterrupt();
            task = next.getAndSet(null);
        }
        return task;
    }

    /** An interrupt was meant for the save that has ended; left set, it would keep the thread from sleeping. */
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    int depth() {
        return current == null ? -1 : current.depth();
    }

    /** The steps around the code that runs here, outermost first. */
    String trail() {
        if (current == null) {
            return "";
        }
        StepWatch.TimedStep step = current.handoff().runningStep();
        if (step == null) {
            return current.trail();
        }
        String here = step.identity().plugin() + ":" + step.identity().step();
        return current.trail().isEmpty() ? here : current.trail() + " > " + here;
    }
}
