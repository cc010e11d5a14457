package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void showsItsValueOnlyWhenAskedForIt() {
        Secret secret = new Secret("open sesame");
        assertThat(secret.get()).isEqualTo("open sesame");
        assertThat(secret).hasToString("(secret)");
    }
}
