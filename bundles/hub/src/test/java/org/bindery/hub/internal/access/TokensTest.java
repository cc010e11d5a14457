package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bindery.hub.internal.memory.MemoryTokenStore;
import org.bindery.hub.internal.memory.MovableClock;
import org.bindery.hub.store.TokenStore.StoredToken;
import org.junit.jupiter.api.Test;

/** Covers {@link Tokens} and {@link TokenCache}. */
class TokensTest {

    private final MovableClock clock = new MovableClock();
    private final MemoryTokenStore store = new MemoryTokenStore();
    private final TokenCache cache = new TokenCache(clock, Duration.ofSeconds(10), 2);
    private final Tokens tokens = new Tokens(store, clock, Duration.ofHours(24), cache);

    @Test
    void a_token_has_256_random_bits_and_only_its_hash_is_stored() {
        String token = tokens.issue(1).token();
        assertThat(token).hasSize(43).isNotEqualTo(tokens.issue(1).token());
        assertThat(store.all()).hasSize(2).doesNotContainKey(token);
        assertThat(store.all().keySet()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_checked_token_is_remembered_for_a_short_time() {
        String token = tokens.issue(7).token();
        assertThat(tokens.remembered(token)).isEmpty();
        assertThat(tokens.check(token)).contains(7L);
        assertThat(tokens.remembered(token)).contains(7L);
        clock.advance(Duration.ofSeconds(10));
        assertThat(tokens.remembered(token)).isEmpty();
    }

    @Test
    void a_token_ends_after_its_lifetime() {
        Tokens.Issued issued = tokens.issue(7);
        assertThat(issued.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(tokens.check(issued.token())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.remembered(issued.token())).isEmpty();
        assertThat(tokens.check(issued.token())).isEmpty();
    }

    @Test
    void a_revoked_token_is_forgotten_at_once() {
        String token = tokens.issue(7).token();
        tokens.check(token);
        tokens.revoke(token);
        assertThat(tokens.remembered(token)).isEmpty();
        assertThat(tokens.check(token)).isEmpty();
    }

    @Test
    void all_tokens_of_a_user_are_revoked_together() {
        String mine = tokens.issue(7).token();
        String other = tokens.issue(8).token();
        tokens.check(mine);
        tokens.check(other);
        tokens.revokeAllOf(7);
        assertThat(tokens.remembered(mine)).isEmpty();
        assertThat(tokens.check(mine)).isEmpty();
        assertThat(tokens.remembered(other)).contains(8L);
    }

    @Test
    void what_does_not_look_like_a_token_never_reaches_the_store() {
        assertThat(tokens.check("")).isEmpty();
        assertThat(tokens.check("x".repeat(10_000))).isEmpty();
        assertThat(tokens.remembered("{'$gt':''}")).isEmpty();
        tokens.revoke("nonsense");
        assertThat(store.finds()).isZero();
    }

    @Test
    void only_so_many_tokens_are_remembered() {
        Instant later = clock.instant().plusSeconds(60);
        for (String hash : new String[] {"a", "b", "c"}) {
            cache.remember(new StoredToken(hash, 1, clock.instant(), later));
        }
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("c")).contains(1L);
    }
}
