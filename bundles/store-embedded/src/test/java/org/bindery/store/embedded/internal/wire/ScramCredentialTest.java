package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ScramCredentialTest {

    private final ScramCredential credential = ScramCredential.of("u", "secret", new byte[28]);

    @Test
    void refusesProofsOfAnyLengthThatWereNotMadeWithThePassword() {
        for (int length : new int[] {0, 1, 31, 32, 33}) {
            assertThat(credential.accepts(new byte[length], "message")).isFalse();
        }
    }

    @Test
    void signsDifferentConversationsDifferently() {
        assertThat(credential.serverSignature("a")).isNotEqualTo(credential.serverSignature("b"));
    }

    @Test
    void takesANewSaltEachBoot() {
        SecureRandom random = new SecureRandom();
        Secret secret = Secret.random(random);
        assertThat(ScramCredential.of("u", secret, random).salt())
                .hasSize(28)
                .isNotEqualTo(ScramCredential.of("u", secret, random).salt());
    }
}
