package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.memory.MovableClock;
import org.junit.jupiter.api.Test;

/** Covers {@link LoginGuard} with {@link LoginLimits} and {@link AccessErrors}. */
class LoginGuardTest {

    private final MovableClock clock = new MovableClock();
    private final LoginGuard guard = new LoginGuard(new LoginLimits(2, 5, Duration.ofSeconds(60), 3), clock);

    private long retryAfter(String login) {
        ApiException e = catchThrowableOfType(ApiException.class, () -> guard.check(login));
        assertThat(e.error().code()).isEqualTo("TooManyLogins");
        assertThat(e.error().statuscode()).isEqualTo(429);
        return e.error().parameters().path("retry_after").asLong();
    }

    private void mayTry(String login) {
        assertThatCode(() -> guard.check(login)).doesNotThrowAnyException();
    }

    @Test
    void after_too_many_failures_a_login_waits_until_the_window_has_passed() {
        guard.failed("root");
        clock.advance(Duration.ofSeconds(10));
        mayTry("root");
        guard.failed("ROOT");
        assertThat(retryAfter("root")).isEqualTo(50);
        mayTry("other");
        clock.advance(Duration.ofSeconds(50));
        mayTry("root");
    }

    @Test
    void a_success_forgets_the_failures_of_a_login() {
        guard.failed("root");
        guard.succeeded("root");
        guard.failed("root");
        mayTry("root");
    }

    @Test
    void failures_of_all_logins_have_a_limit_too() {
        for (int i = 0; i < 5; i++) {
            guard.failed("login" + i);
        }
        assertThat(retryAfter("fresh")).isEqualTo(60);
    }

    @Test
    void only_so_many_logins_are_watched_and_long_ones_are_cut() {
        guard.failed("a".repeat(5000) + "1");
        guard.failed("a".repeat(5000) + "2");
        assertThat(retryAfter("a".repeat(5000))).isPositive();
        clock.advance(Duration.ofSeconds(61));
        guard.failed("first");
        guard.failed("first");
        guard.failed("x");
        guard.failed("y");
        guard.failed("z");
        clock.advance(Duration.ofSeconds(1));
        assertThat(retryAfter("first")).isEqualTo(59);
    }
}
