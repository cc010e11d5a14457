package org.bindery.exec.internal;

import java.time.Duration;

/** A point on the monotonic clock. */
record Deadline(long nanos) {

    private static final Duration LONGEST = Duration.ofDays(365);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos());
    }

    /** @return nanoseconds left, 0 when it has passed */
    long left() {
        return Math.max(0, nanos - System.nanoTime());
    }

    boolean passed() {
        return left() == 0;
    }
}
