package org.bindery.exec;

import java.time.Duration;
import java.util.Objects;

/**
 * What a call may use. Immutable.
 *
 * @param time for all commands together, without the wait for a free place; then the whole process tree is killed;
 *     positive
 * @param outputBytes how long the result may be; a longer one is a failure; at least 0
 */
public record CallLimits(Duration time, long outputBytes) {

    /** 30 seconds and 16 MB. */
    public static final CallLimits DEFAULT = new CallLimits(Duration.ofSeconds(30), 16L << 20);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the time is not positive or the size is negative
     */
    public CallLimits {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || outputBytes < 0) {
            throw new IllegalArgumentException("Limits must be positive: " + time + ", " + outputBytes + " bytes");
        }
    }

    /**
     * Sets the time.
     *
     * @param newTime for all commands together; positive
     * @return a copy with the time
     * @throws IllegalArgumentException if the time is not positive
     */
    public CallLimits withTime(Duration newTime) {
        return new CallLimits(newTime, outputBytes);
    }

    /**
     * Sets the size of the result.
     *
     * @param newOutputBytes how long the result may be; at least 0
     * @return a copy with the size
     * @throws IllegalArgumentException if the size is negative
     */
    public CallLimits withOutputBytes(long newOutputBytes) {
        return new CallLimits(time, newOutputBytes);
    }
}
