package org.bindery.store.embedded.internal.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the answer to a failed login is held back: doubled with each failure, bounded, forgotten after a quiet time.
 * Only failures wait. All clients share one address (loopback), so a lock-out would hit the good client as well.
 */
final class LoginPenalty {

    private static final int LARGEST_SHIFT = 20;

    private final WireTimes times;
    private final LongSupplier nanoClock;
    private long lastFailure;
    private int failures;

    LoginPenalty(WireTimes times, LongSupplier nanoClock) {
        this.times = times;
        this.nanoClock = nanoClock;
    }

    /** Counts one failure and answers how long to hold it back. */
    synchronized Duration failed() {
        long now = nanoClock.getAsLong();
        if (failures > 0 && now - lastFailure > times.penaltyForgotten().toNanos()) {
            failures = 0;
        }
        lastFailure = now;
        failures++;
        Duration wanted = times.firstPenalty().multipliedBy(1L << Math.min(failures - 1, LARGEST_SHIFT));
        return wanted.compareTo(times.longestPenalty()) < 0 ? wanted : times.longestPenalty();
    }

    /** Failures since the last quiet time. */
    synchronized int failures() {
        return failures;
    }
}
