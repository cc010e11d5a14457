package org.bindery.console.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoginPageTest {

    @Test
    void the_page_labels_its_fields_and_escapes_what_it_is_told() throws IOException {
        FakeExchange exchange = new FakeExchange("GET", "/");

        LoginPage.write(exchange.response(), 401, "/login", "/a\"><script>", "No <b>way</b>");

        assertThat(exchange.body.toString())
                .contains("<label for=\"login\">")
                .contains("<label for=\"password\">")
                .contains("role=\"alert\"")
                .contains("No &lt;b&gt;way&lt;/b&gt;")
                .contains("/a&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(exchange.answered.get("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(exchange.answered).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void at_first_it_complains_about_nothing() throws IOException {
        FakeExchange exchange = new FakeExchange("GET", "/");

        LoginPage.write(exchange.response(), 200, "/login", "/next", "");

        assertThat(exchange.body.toString()).doesNotContain("role=\"alert\"");
    }
}
