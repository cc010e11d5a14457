package org.bindery.store.embedded.internal.commit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a leader waits for transactions that are likely to commit in a moment: at most half of what a commit costs,
 * because one more in the group saves a whole commit. A wait for nobody makes the next one shorter, so that a
 * transaction that never comes costs nothing soon.
 */
final class Gathering {

    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MEMORY = 8;

    private final AtomicInteger expected = new AtomicInteger();
    private long commitNanos;
    private long waitNanos;

    /** A transaction has begun to write. */
    void expect() {
        expected.incrementAndGet();
    }

    /** A transaction comes to its end, either way. */
    void arrived() {
        expected.decrementAndGet();
    }

    boolean expectsSomebody() {
        return expected.get() > 0;
    }

    /** How long this leader may wait altogether. Called by the leader only, like the rest. */
    long limit() {
        return waitNanos;
    }

    /** A commit took this long. */
    void committed(long nanos) {
        commitNanos += (nanos - commitNanos) / MEMORY;
        if (waitNanos == 0) {
            waitNanos = longest() / MEMORY;
        }
    }

    /** Somebody came while the leader waited. */
    void paidOff() {
        waitNanos = longest();
    }

    /** Nobody came. */
    void wasInVain() {
        waitNanos /= 2;
    }

    private long longest() {
        return Math.min(LONGEST, commitNanos / 2);
    }
}
