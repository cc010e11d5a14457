package org.bindery.hub.internal.access;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Slows down guessing of passwords: after too many failures no login is tried until the window has passed. */
final class LoginGuard {

    private final LoginLimits limits;
    private final Clock clock;
    private final Deque<Long> overall = new ArrayDeque<>();
    private final Map<String, Deque<Long>> byLogin;

    LoginGuard(LoginLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.byLogin = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
                return size() > limits.trackedLogins();
            }
        };
    }

    /**
     * Refuses a login that must wait.
     *
     * @throws org.bindery.api.error.ApiException 429 {@code TooManyLogins}
     */
    synchronized void check(String login) {
        long now = clock.millis();
        Deque<Long> own = byLogin.get(key(login));
        if (own != null) {
            refuseIfFull(own, limits.perLogin(), now);
        }
        refuseIfFull(overall, limits.overall(), now);
    }

    synchronized void failed(String login) {
        long now = clock.millis();
        byLogin.computeIfAbsent(key(login), name -> new ArrayDeque<>()).addLast(now);
        overall.addLast(now);
    }

    /** Forgets the failures of a login. */
    synchronized void succeeded(String login) {
        byLogin.remove(key(login));
    }

    private void refuseIfFull(Deque<Long> failures, int most, long now) {
        long window = limits.window().toMillis();
        while (!failures.isEmpty() && failures.peekFirst() <= now - window) {
            failures.removeFirst();
        }
        if (failures.size() >= most) {
            long waitMillis = failures.peekFirst() + window - now;
            throw AccessErrors.tooManyLogins(Math.max(1, (waitMillis + 999) / 1000));
        }
    }

    /** Long logins are cut, or they would be a way to fill the memory. */
    private static String key(String login) {
        String lower = login.toLowerCase(Locale.ROOT);
        return lower.length() <= 100 ? lower : lower.substring(0, 100);
    }
}
