package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChangeTimesTest {

    private final ChangeTimes times = new ChangeTimes();

    @Test
    void the_first_sight_of_a_change_counts() {
        long minuteAgo = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);
        times.note(List.of("a"), minuteAgo);
        times.note(List.of("a"), System.nanoTime());

        assertThat(times.since("a")).isGreaterThanOrEqualTo(60_000);
    }

    @Test
    void a_file_whose_change_had_its_outcome_starts_anew() {
        times.note(List.of("a"), System.nanoTime() - TimeUnit.MINUTES.toNanos(1));
        times.keepOnly(Set.of());

        assertThat(times.since("a")).isZero();
    }
}
