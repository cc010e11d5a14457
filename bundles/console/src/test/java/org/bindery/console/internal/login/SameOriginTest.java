package org.bindery.console.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.console.internal.login.SameOrigin.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @Test
    void reading_is_free_for_all() {
        assertThat(of("GET", "Origin", "http://evil.example")).isEqualTo(Verdict.OWN);
        assertThat(of("HEAD", "Sec-Fetch-Site", "cross-site")).isEqualTo(Verdict.OWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://bindery.example:8081, OWN",
        "Origin, https://bindery.example:8081, OWN",
        "Origin, http://BINDERY.example:8081, OWN",
        "Origin, http://bindery.example, FOREIGN",
        "Origin, http://bindery.example:8082, FOREIGN",
        "Origin, http://evil.example, FOREIGN",
        "Origin, http://bindery.example:8081.evil.example, FOREIGN",
        "Origin, null, FOREIGN",
        "Origin, ':// ', FOREIGN",
        "Referer, http://bindery.example:8081/system/console/bundles, OWN",
        "Referer, http://evil.example/, FOREIGN",
        "Sec-Fetch-Site, same-origin, OWN",
        "Sec-Fetch-Site, none, OWN",
        "Sec-Fetch-Site, same-site, FOREIGN",
        "Sec-Fetch-Site, cross-site, FOREIGN",
        "X-Other, whatever, SILENT",
    })
    void a_change_is_judged_by_its_headers(String header, String value, Verdict expected) {
        assertThat(of("POST", header, value)).isEqualTo(expected);
        assertThat(of("DELETE", header, value)).isEqualTo(expected);
    }

    @Test
    void a_foreign_origin_counts_even_if_the_fetch_site_says_otherwise() {
        FakeExchange exchange = new FakeExchange("POST", "/")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "http://evil.example");

        assertThat(SameOrigin.of(exchange.request())).isEqualTo(Verdict.FOREIGN);
    }

    private static Verdict of(String method, String header, String value) {
        return SameOrigin.of(new FakeExchange(method, "/").header(header, value).request());
    }
}
