package org.bindery.console.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

class ConsoleCookieTest {

    @Test
    void what_was_set_can_be_read() {
        FakeExchange answer = new FakeExchange("POST", "/");
        ConsoleCookie.set(answer.request(), answer.response(), "/system/console", "token");

        FakeExchange next = new FakeExchange("GET", "/").with(answer.cookie);
        assertThat(ConsoleCookie.read(next.request())).contains("token");
    }

    @Test
    void clearing_makes_the_browser_drop_it() {
        FakeExchange answer = new FakeExchange("POST", "/");
        ConsoleCookie.clear(answer.request(), answer.response(), "/system/console");

        assertThat(answer.cookie.getMaxAge()).isZero();
        assertThat(answer.cookie.getValue()).isEmpty();
    }

    @Test
    void other_cookies_empty_ones_and_absurdly_long_ones_are_no_session() {
        assertThat(read(new Cookie("other", "token"))).isFalse();
        assertThat(read(new Cookie("bindery-console", ""))).isFalse();
        assertThat(read(new Cookie("bindery-console", "x".repeat(1000)))).isFalse();
        assertThat(ConsoleCookie.read(new FakeExchange("GET", "/").request())).isEmpty();
    }

    private static boolean read(Cookie cookie) {
        return ConsoleCookie.read(new FakeExchange("GET", "/").with(cookie).request())
                .isPresent();
    }
}
