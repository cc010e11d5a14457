package org.bindery.http.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class ReadinessTest {

    @Test
    void a_part_that_must_report_and_has_not_is_not_ready() {
        Readiness.Settings settings = Converters.standardConverter()
                .convert(Map.of("checks", new String[] {"store"}))
                .to(Readiness.Settings.class);
        Readiness readiness = new Readiness(settings);
        readiness.listening();
        assertThat(readiness.problems()).containsOnlyKeys("store");
    }
}
