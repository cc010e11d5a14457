package org.bindery.hub.internal.access;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bindery.hub.store.TokenStore.StoredToken;

/** Remembers checked tokens by their hash: few, and not for long. Safe for use by many threads. */
final class TokenCache {

    private record Known(long userId, long until) {}

    private final Clock clock;
    private final Duration timeToLive;
    private final Map<String, Known> entries;

    TokenCache(Clock clock, Duration timeToLive, int size) {
        this.clock = clock;
        this.timeToLive = timeToLive;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > size;
            }
        };
    }

    synchronized Optional<Long> find(String hash) {
        Known entry = entries.get(hash);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.until() <= clock.millis()) {
            entries.remove(hash);
            return Optional.empty();
        }
        return Optional.of(entry.userId());
    }

    synchronized void remember(StoredToken token) {
        long until = Math.min(
                clock.millis() + timeToLive.toMillis(), token.expiresAt().toEpochMilli());
        entries.put(token.hash(), new Known(token.userId(), until));
    }

    synchronized void forget(String hash) {
        entries.remove(hash);
    }

    synchronized void forgetAllOf(long userId) {
        entries.values().removeIf(entry -> entry.userId() == userId);
    }
}
