package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Covers {@link PasswordHash} with {@link HashCost}. */
class PasswordHashTest {

    private static final HashCost CHEAP = new HashCost(64, 1, 1);

    @Test
    void a_hash_fits_its_password_only() {
        PasswordHash hash = PasswordHash.of("größe 😀".toCharArray(), CHEAP);
        assertThat(hash.fits("größe 😀".toCharArray())).isTrue();
        assertThat(hash.fits("größe".toCharArray())).isFalse();
        assertThat(hash.fits(new char[0])).isFalse();
    }

    @Test
    void the_text_form_holds_algorithm_cost_and_salt() {
        String text = PasswordHash.of("secret".toCharArray(), CHEAP).text();
        assertThat(text).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("secret");
        assertThat(PasswordHash.parse(text).orElseThrow().fits("secret".toCharArray()))
                .isTrue();
        assertThat(PasswordHash.of("secret".toCharArray(), CHEAP).text()).isNotEqualTo(text);
    }

    @Test
    void it_agrees_with_the_reference_implementation() {
        // A vector of the reference implementation's own tests.
        String text = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PasswordHash.parse(text).orElseThrow().fits("password".toCharArray()))
                .isTrue();
    }

    @Test
    void what_is_no_hash_is_not_read() {
        assertThat(PasswordHash.parse("")).isEmpty();
        assertThat(PasswordHash.parse("$2a$10$abc")).isEmpty();
        assertThat(PasswordHash.parse("$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA")).isEmpty();
    }

    @Test
    void no_password_fits_none_and_nothing_is_shown() {
        PasswordHash none = PasswordHash.ofNoPassword(CHEAP);
        assertThat(none.fits(new char[0])).isFalse();
        assertThat(none.toString()).doesNotContain("$");
    }
}
