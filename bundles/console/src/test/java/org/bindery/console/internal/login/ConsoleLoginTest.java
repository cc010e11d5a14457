package org.bindery.console.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ConsoleLoginTest {

    private static final String PAGE = "/system/console/bundles";
    private static final String LOGIN = "/system/console/bindery-login";
    private static final String OWN = "http://bindery.example:8081";

    private final KnownUsers users = new KnownUsers();
    private final ConsoleLogin login = new ConsoleLogin("/system/console", users);

    @Test
    void people_without_a_session_get_the_form() {
        FakeExchange exchange = new FakeExchange("GET", PAGE).header("Accept", "text/html");

        assertThat(authenticate(exchange)).isNull();
        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.body.toString()).contains("<form").contains("value=\"" + PAGE + "\"");
        assertThat(exchange.answered).doesNotContainKey("WWW-Authenticate");
    }

    @Test
    void programs_without_a_session_are_asked_for_basic() {
        FakeExchange exchange = new FakeExchange("GET", PAGE + ".json").header("Accept", "*/*");

        assertThat(authenticate(exchange)).isNull();
        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.answered.get("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void the_form_lets_root_in_with_a_strict_cookie_out_of_reach_of_scripts() {
        FakeExchange exchange = logIn("root", "secret:word");

        assertThat(exchange.status).isEqualTo(303);
        assertThat(exchange.answered.get("Location")).isEqualTo(PAGE);
        assertThat(exchange.cookie.isHttpOnly()).isTrue();
        assertThat(exchange.cookie.getAttribute("SameSite")).isEqualTo("Strict");
        assertThat(exchange.cookie.getPath()).isEqualTo("/system/console");
        assertThat(authenticate(new FakeExchange("GET", PAGE).with(exchange.cookie)))
                .isEqualTo("root");
    }

    @Test
    void a_wrong_password_shows_the_form_again_with_the_reason() {
        FakeExchange exchange = logIn("root", "guess");

        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.cookie).isNull();
        assertThat(exchange.body.toString()).contains("Wrong login or password").doesNotContain("guess");
    }

    @Test
    void after_too_many_wrong_passwords_the_form_and_basic_say_so() {
        users.locked = true;

        assertThat(logIn("root", "secret:word").status).isEqualTo(429);
        FakeExchange basic = new FakeExchange("GET", PAGE).header("Authorization", basic("root", "secret:word"));
        assertThat(authenticate(basic)).isNull();
        assertThat(basic.status).isEqualTo(429);
    }

    @Test
    void only_root_gets_in() {
        FakeExchange form = logIn("reader", "secret:word");
        FakeExchange basic = new FakeExchange("GET", PAGE).header("Authorization", basic("reader", "secret:word"));

        assertThat(form.status).isEqualTo(403);
        assertThat(form.cookie).isNull();
        assertThat(authenticate(basic)).isNull();
        assertThat(basic.status).isEqualTo(403);
    }

    @Test
    void basic_lets_root_in_and_checks_the_password_once_only() {
        String header = basic("root", "secret:word");

        assertThat(authenticate(new FakeExchange("GET", PAGE).header("Authorization", header)))
                .isEqualTo("root");
        assertThat(authenticate(new FakeExchange("POST", PAGE).header("Authorization", header)))
                .isEqualTo("root");
        assertThat(users.logins).isEqualTo(1);
    }

    @Test
    void another_site_cannot_change_anything_even_with_a_session() {
        Cookie session = logIn("root", "secret:word").cookie;
        FakeExchange byOrigin = new FakeExchange("POST", PAGE).with(session).header("Origin", "http://evil.example");
        FakeExchange byFetchSite = new FakeExchange("POST", PAGE).with(session).header("Sec-Fetch-Site", "cross-site");
        FakeExchange byBasic = new FakeExchange("POST", PAGE)
                .header("Authorization", basic("root", "secret:word"))
                .header("Origin", "http://evil.example");

        for (FakeExchange exchange : new FakeExchange[] {byOrigin, byFetchSite, byBasic}) {
            assertThat(authenticate(exchange)).isNull();
            assertThat(exchange.status).isEqualTo(403);
        }
    }

    @Test
    void a_change_with_a_cookie_must_say_where_it_comes_from() {
        Cookie session = logIn("root", "secret:word").cookie;
        FakeExchange silent = new FakeExchange("POST", PAGE).with(session);
        FakeExchange own = new FakeExchange("POST", PAGE).with(session).header("Origin", OWN);

        assertThat(authenticate(silent)).isNull();
        assertThat(silent.status).isEqualTo(403);
        assertThat(authenticate(own)).isEqualTo("root");
    }

    @Test
    void another_site_cannot_log_somebody_in() {
        FakeExchange exchange = new FakeExchange("POST", LOGIN)
                .form("login", "root")
                .form("password", "secret:word")
                .header("Origin", "http://evil.example");

        assertThat(authenticate(exchange)).isNull();
        assertThat(exchange.status).isEqualTo(403);
        assertThat(exchange.cookie).isNull();
    }

    @Test
    void logging_out_ends_the_session() {
        Cookie session = logIn("root", "secret:word").cookie;
        FakeExchange out = new FakeExchange("GET", "/system/console/logout").with(session);

        login.logout(out.request(), out.response());

        assertThat(out.cookie.getMaxAge()).isZero();
        assertThat(authenticate(new FakeExchange("GET", PAGE).with(session))).isNull();
    }

    @Test
    void the_login_leads_to_pages_of_the_console_only() {
        FakeExchange exchange = new FakeExchange("POST", LOGIN)
                .form("login", "root")
                .form("password", "secret:word")
                .form("next", "//evil.example/");

        authenticate(exchange);

        assertThat(exchange.answered.get("Location")).isEqualTo("/system/console/bindery");
    }

    @Test
    void a_form_of_absurd_length_is_refused_unread() {
        FakeExchange exchange = new FakeExchange("POST", LOGIN).header("Content-Length", "1000000");

        assertThat(authenticate(exchange)).isNull();
        assertThat(exchange.status).isEqualTo(413);
        assertThat(users.logins).isZero();
    }

    @Test
    void no_page_may_be_framed_or_have_its_type_guessed() {
        FakeExchange exchange = new FakeExchange("GET", PAGE);
        authenticate(exchange);

        assertThat(exchange.answered)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY");
        assertThat(exchange.answered.get("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void whoever_is_in_may_use_every_page() {
        assertThat(login.authorize("root", "any")).isTrue();
        assertThat(login.authorize(null, "any")).isFalse();
    }

    private FakeExchange logIn(String name, String password) {
        FakeExchange exchange = new FakeExchange("POST", LOGIN)
                .form("login", name)
                .form("password", password)
                .form("next", PAGE)
                .header("Origin", OWN);
        assertThat(authenticate(exchange)).isNull();
        return exchange;
    }

    private Object authenticate(FakeExchange exchange) {
        return login.authenticate(exchange.request(), exchange.response());
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
