package org.bindery.hub.internal.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.hub.store.TokenStore;

/** Tokens in memory; counts how often it is asked. */
public final class MemoryTokenStore implements TokenStore {

    private final Map<String, StoredToken> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger finds = new AtomicInteger();

    /** How often a token was looked up. */
    public int finds() {
        return finds.get();
    }

    /** All stored tokens by hash. */
    public Map<String, StoredToken> all() {
        return Map.copyOf(tokens);
    }

    @Override
    public void save(StoredToken token) {
        tokens.put(token.hash(), token);
    }

    @Override
    public Optional<StoredToken> find(String hash) {
        finds.incrementAndGet();
        return Optional.ofNullable(tokens.get(hash));
    }

    @Override
    public void delete(String hash) {
        tokens.remove(hash);
    }

    @Override
    public void deleteAllOf(long userId) {
        tokens.values().removeIf(token -> token.userId() == userId);
    }
}
