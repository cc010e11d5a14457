package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bindery.hub.store.TokenStore.StoredToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTokenStoreTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private MongoTokenStore tokens;

    @BeforeEach
    void open() {
        tokens = new MongoTokenStore(STORE.client(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void findsATokenUntilItExpires() {
        StoredToken good = token("good", 1, 1);
        tokens.save(good);
        tokens.save(token("over", 1, 0));
        assertThat(tokens.find("good")).contains(good);
        assertThat(tokens.find("over")).isEmpty();
        assertThat(tokens.find("none")).isEmpty();
    }

    @Test
    void revokesOneTokenOrAllOfAUser() {
        tokens.save(token("a", 1, 60));
        tokens.save(token("b", 1, 60));
        tokens.save(token("c", 2, 60));
        tokens.delete("a");
        tokens.delete("a");
        assertThat(tokens.find("a")).isEmpty();
        tokens.deleteAllOf(1);
        assertThat(tokens.find("b")).isEmpty();
        assertThat(tokens.find("c")).isPresent();
    }

    @Test
    void sweepsExpiredTokensOnly() {
        tokens.save(token("over", 1, 0));
        tokens.save(token("long over", 1, -100));
        tokens.save(token("good", 1, 1));
        assertThat(tokens.sweep()).isEqualTo(2);
        assertThat(tokens.sweep()).isZero();
        assertThat(tokens.find("good")).isPresent();
    }

    private static StoredToken token(String hash, long user, long seconds) {
        return new StoredToken(hash, user, NOW.minusSeconds(10), NOW.plusSeconds(seconds));
    }
}
