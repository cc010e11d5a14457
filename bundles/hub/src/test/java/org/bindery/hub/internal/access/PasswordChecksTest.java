package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

class PasswordChecksTest {

    private final PasswordChecks checks = new PasswordChecks(new HashCost(64, 1, 1), 1, Duration.ofMillis(20));

    @Test
    void passwords_are_hashed_and_checked() {
        String hash = checks.inSlot(() -> checks.hash("a".toCharArray()));
        assertThat(checks.fits("a".toCharArray(), hash)).isTrue();
        assertThat(checks.fits("b".toCharArray(), hash)).isFalse();
        assertThat(checks.fits("b".toCharArray(), "")).isFalse();
    }

    @Test
    void who_finds_no_slot_in_time_must_come_again() {
        ApiException e = checks.inSlot(
                () -> catchThrowableOfType(ApiException.class, () -> checks.inSlot(() -> "too many at once")));
        assertThat(e.error().statuscode()).isEqualTo(429);
        assertThat(e.error().parameters().path("retry_after").asLong()).isPositive();
        assertThat(checks.<String>inSlot(() -> "free again")).isEqualTo("free again");
    }
}
