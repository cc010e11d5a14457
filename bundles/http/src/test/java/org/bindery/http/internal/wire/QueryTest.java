package org.bindery.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void names_and_values_are_decoded() {
        Query query = Query.of("a=1&b=x%20y+z&a=2&c");
        assertThat(query.withoutTokens()).containsEntry("a", List.of("1", "2"));
        assertThat(query.first("b")).contains("x y z");
        assertThat(query.first("c")).contains("");
        assertThat(Query.of(null).first("a")).isEmpty();
    }

    @Test
    void tokens_are_not_shown_to_plugins() {
        assertThat(Query.of("access_token=x&token=y&q=1").withoutTokens()).containsOnlyKeys("q");
    }

    @Test
    void a_number_out_of_range_is_refused_by_name() {
        assertThat(Query.of("limit=5").number("limit", 10, 1, 100)).isEqualTo(5);
        assertThat(Query.of("").number("limit", 10, 1, 100)).isEqualTo(10);
        for (String bad : List.of("limit=0", "limit=101", "limit=x", "limit=")) {
            assertThatThrownBy(() -> Query.of(bad).number("limit", 10, 1, 100))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("limit");
        }
    }

    @Test
    void bad_encoding_and_too_many_parameters_are_refused() {
        assertThatThrownBy(() -> Query.of("a=%zz")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> Query.of("a=1&".repeat(500))).isInstanceOf(ApiException.class);
    }

    @Test
    void a_flag_is_one_true_or_yes() {
        assertThat(Query.of("x=1").flag("x")).isTrue();
        assertThat(Query.of("x=yes").flag("x")).isTrue();
        assertThat(Query.of("x=0").flag("x")).isFalse();
        assertThat(Query.of("").flag("x")).isFalse();
    }
}
