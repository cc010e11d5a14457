package org.bindery.hub.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bindery.hub.store.TokenStore;
import org.bindery.hub.store.TokenStore.StoredToken;

/**
 * Makes and checks opaque tokens. Only their hash is stored. Checked ones are remembered for a short time, so that a
 * request costs no store round trip; for as long another node may accept a revoked one.
 */
final class Tokens {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();
    private final TokenStore store;
    private final Clock clock;
    private final Duration lifetime;
    private final TokenCache cache;

    Tokens(TokenStore store, Clock clock, Duration lifetime, TokenCache cache) {
        this.store = store;
        this.clock = clock;
        this.lifetime = lifetime;
        this.cache = cache;
    }

    /** A token as handed out. */
    record Issued(String token, Instant expiresAt) {}

    Issued issue(long userId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        StoredToken stored = new StoredToken(hash(token), userId, now, now.plus(lifetime));
        store.save(stored);
        return new Issued(token, stored.expiresAt());
    }

    /** The user a token stands for, if that is remembered. */
    Optional<Long> remembered(String token) {
        return isToken(token) ? cache.find(hash(token)) : Optional.empty();
    }

    /** The user a token stands for; empty if it is unknown, expired or revoked. */
    Optional<Long> check(String token) {
        if (!isToken(token)) {
            return Optional.empty();
        }
        Optional<StoredToken> found =
                store.find(hash(token)).filter(stored -> stored.expiresAt().isAfter(clock.instant()));
        found.ifPresent(cache::remember);
        return found.map(StoredToken::userId);
    }

    void revoke(String token) {
        if (isToken(token)) {
            store.delete(hash(token));
            cache.forget(hash(token));
        }
    }

    void revokeAllOf(long userId) {
        store.deleteAllOf(userId);
        cache.forgetAllOf(userId);
    }

    /** What does not even look like a token never reaches the store. */
    private static boolean isToken(String token) {
        return FORM.matcher(token).matches();
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime must have SHA-256", e);
        }
    }
}
