package org.bindery.http.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

    private final PathTemplate template = PathTemplate.parse("/api/v1/db/{objecttype}");

    @Test
    void a_parameter_takes_exactly_one_segment() {
        assertThat(template.match(List.of("api", "v1", "db", "photo")).orElseThrow())
                .containsEntry("objecttype", "photo");
        assertThat(template.match(List.of("api", "v1", "db"))).isEmpty();
        assertThat(template.match(List.of("api", "v1", "db", "photo", "1"))).isEmpty();
    }

    @Test
    void literals_must_be_equal() {
        assertThat(template.match(List.of("api", "v2", "db", "photo"))).isEmpty();
        assertThat(template.literals()).isEqualTo(3);
    }

    @Test
    void it_reads_like_it_was_written() {
        assertThat(template).hasToString("/api/v1/db/{objecttype}");
    }
}
