package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginPenaltyTest {

    private final AtomicLong clock = new AtomicLong();
    private final WireTimes times = WireTimes.defaults();
    private final LoginPenalty penalty = new LoginPenalty(times, clock::get);

    @Test
    void doublesWithEachFailureUpToTheLongest() {
        assertThat(penalty.failed()).isEqualTo(times.firstPenalty());
        assertThat(penalty.failed()).isEqualTo(times.firstPenalty().multipliedBy(2));
        assertThat(penalty.failed()).isEqualTo(times.firstPenalty().multipliedBy(4));
        for (int i = 0; i < 1000; i++) {
            assertThat(penalty.failed()).isLessThanOrEqualTo(times.longestPenalty());
        }
        assertThat(penalty.failed()).isEqualTo(times.longestPenalty());
    }

    @Test
    void forgetsAfterAQuietTime() {
        penalty.failed();
        penalty.failed();
        clock.addAndGet(times.penaltyForgotten().plus(Duration.ofMillis(1)).toNanos());
        assertThat(penalty.failed()).isEqualTo(times.firstPenalty());
        assertThat(penalty.failures()).isEqualTo(1);
    }
}
