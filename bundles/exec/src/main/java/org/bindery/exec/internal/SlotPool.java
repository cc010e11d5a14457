package org.bindery.exec.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bindery.exec.CallContext.Priority;

/**
 * A number of places. Who waits is served in order, but background calls only when no interactive one waits. A place
 * that becomes free is handed to the one who is next, so that nobody can overtake.
 */
final class SlotPool {

    /** What an attempt came to. */
    enum Outcome {
        GRANTED,
        TOO_LATE,
        QUEUE_FULL
    }

    private static final class Waiter {
        private final Condition wake;
        private boolean granted;

        Waiter(Condition wake) {
            this.wake = wake;
        }
    }

    private final int places;
    private final int longestQueue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> interactive = new ArrayDeque<>();
    private final Deque<Waiter> background = new ArrayDeque<>();
    private int running;

    SlotPool(int places, int longestQueue) {
        this.places = places;
        this.longestQueue = longestQueue;
    }

    Outcome acquire(Priority priority, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (running < places) {
                running++;
                return Outcome.GRANTED;
            }
            if (waiting() >= longestQueue) {
                return Outcome.QUEUE_FULL;
            }
            return await(priority == Priority.INTERACTIVE ? interactive : background, nanos);
        } finally {
            lock.unlock();
        }
    }

    private Outcome await(Deque<Waiter> queue, long nanos) throws InterruptedException {
        Waiter waiter = new Waiter(lock.newCondition());
        queue.addLast(waiter);
        long left = nanos;
        try {
            while (!waiter.granted && left > 0) {
                left = waiter.wake.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            if (waiter.granted) {
                handOn();
            }
            throw e;
        } finally {
            queue.remove(waiter);
        }
        return waiter.granted ? Outcome.GRANTED : Outcome.TOO_LATE;
    }

    void release() {
        lock.lock();
        try {
            handOn();
        } finally {
            lock.unlock();
        }
    }

    private void handOn() {
        Waiter next = interactive.isEmpty() ? background.pollFirst() : interactive.pollFirst();
        if (next == null) {
            running--;
            return;
        }
        next.granted = true;
        next.wake.signal();
    }

    int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return interactive.size() + background.size();
        } finally {
            lock.unlock();
        }
    }
}
