package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretTest {

    private final Secret secret = Secret.random(new SecureRandom());

    @Test
    void neverShowsItselfInText() {
        assertThat(secret).hasToString("Secret[hidden]");
        assertThat("" + secret).doesNotContain(secret.reveal());
    }

    @Test
    void has256BitsAndNeedsNoEscapingInAUrl() {
        assertThat(secret.reveal()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(secret.reveal())
                .isNotEqualTo(Secret.random(new SecureRandom()).reveal());
    }
}
