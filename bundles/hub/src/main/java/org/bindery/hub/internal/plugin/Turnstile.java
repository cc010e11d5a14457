package org.bindery.hub.internal.plugin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bindery.hub.plugin.PluginGate.Pass;

/**
 * Counts calls in and out, and parks new ones while somebody holds it shut. An open turnstile takes no lock: a call costs
 * two adders and one volatile read.
 */
final class Turnstile {

    private static final Pass NESTED = () -> {};

    /** Two counters, as one adder may be read between a call's way in and its way out and then miss a third call. */
    private final LongAdder entered = new LongAdder();

    private final LongAdder left = new LongAdder();

    /** The pass of each thread; not static, as a thread may be inside several turnstiles. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<CountedPass> held = new ThreadLocal<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Who holds it shut, and until which {@link System#nanoTime()}; guarded by the lock. */
    private final Map<Object, Long> holds = new HashMap<>();

    private volatile boolean shut;

    /** Enters, waiting while it is shut; empty if it stayed shut for the whole limit or the thread was interrupted. */
    Optional<Pass> enter(Duration limit) {
        if (heldByThisThread() > 0) {
            return Optional.of(NESTED);
        }
        long end = System.nanoTime() + limit.toNanos();
        do {
            entered.increment();
            // The order matters: whoever shuts first sets the flag and then reads the counters.
            if (!shut) {
                return Optional.of(new CountedPass());
            }
            leave();
        } while (awaitOpen(end));
        return Optional.empty();
    }

    /** Shuts it in the name of the holder, again if it does already; the hold lapses by itself after the given time. */
    void hold(Object holder, Duration atMost) {
        lock.lock();
        try {
            holds.put(holder, System.nanoTime() + atMost.toNanos());
            shut = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a hold; opens when it was the last one. */
    void release(Object holder) {
        lock.lock();
        try {
            holds.remove(holder);
            openIfFree();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the calls of all other threads have ended; false if some still run when the limit is over. */
    boolean drain(Duration limit) {
        long own = heldByThisThread();
        long end = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (running() > own) {
                long rest = end - System.nanoTime();
                if (rest <= 0) {
                    return false;
                }
                changed.awaitNanos(rest);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Calls inside. Reads the way out first, so that it never says fewer than there are. */
    long running() {
        long gone = left.sum();
        return entered.sum() - gone;
    }

    private long heldByThisThread() {
        CountedPass pass = held.get();
        return pass != null && !pass.closed.get() ? 1 : 0;
    }

    private boolean awaitOpen(long end) {
        lock.lock();
        try {
            while (shut) {
                long now = System.nanoTime();
                holds.values().removeIf(lapse -> lapse - now <= 0);
                openIfFree();
                long rest = Math.min(end - now, nextLapse(now));
                if (shut && end - now <= 0) {
                    return false;
                }
                if (shut) {
                    changed.await(rest, TimeUnit.NANOSECONDS);
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private long nextLapse(long now) {
        return holds.values().stream().mapToLong(lapse -> lapse - now).min().orElse(0);
    }

    private void openIfFree() {
        if (holds.isEmpty()) {
            shut = false;
            changed.signalAll();
        }
    }

    private void leave() {
        left.increment();
        if (shut) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private final class CountedPass implements Pass {

        private final AtomicBoolean closed = new AtomicBoolean();
        private final Thread owner = Thread.currentThread();

        CountedPass() {
            held.set(this);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                detach();
                leave();
            }
        }

        @Override
        public void detach() {
            if (owner == Thread.currentThread() && held.get() == this) {
                held.remove();
            }
        }
    }
}
