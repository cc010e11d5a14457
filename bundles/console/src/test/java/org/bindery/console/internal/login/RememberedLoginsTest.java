package org.bindery.console.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedLoginsTest {

    private final RememberedLogins logins = new RememberedLogins();

    @Test
    void a_header_gives_back_its_token_until_it_is_forgotten() {
        logins.remember("Basic a", "token");
        assertThat(logins.token("Basic a")).contains("token");
        assertThat(logins.token("Basic b")).isEmpty();

        logins.forget("Basic a");
        assertThat(logins.token("Basic a")).isEmpty();
    }

    @Test
    void only_the_logins_used_last_are_kept() {
        for (int i = 0; i <= 64; i++) {
            logins.remember("Basic " + i, "token");
        }

        assertThat(logins.token("Basic 0")).isEmpty();
        assertThat(logins.token("Basic 64")).isPresent();
    }
}
