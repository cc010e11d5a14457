package org.bindery.exec;

import java.time.Duration;
import java.util.Objects;

/**
 * How a call went. Immutable.
 *
 * @param queued how long it waited for a free place; never null
 * @param ran how long its programs took together; never null
 * @param outputBytes length of the result
 * @param begun whether bytes have gone to a {@link ResponseTarget}
 */
public record CallReport(Duration queued, Duration ran, long outputBytes, boolean begun) {

    /**
     * Checks for missing parts.
     *
     * @throws NullPointerException if a part is null
     */
    public CallReport {
        Objects.requireNonNull(queued, "queued");
        Objects.requireNonNull(ran, "ran");
    }
}
