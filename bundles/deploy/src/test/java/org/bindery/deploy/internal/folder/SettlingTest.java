package org.bindery.deploy.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.bindery.deploy.internal.folder.Settling.Look;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final long MILLI = 1_000_000;

    private final Settling settling = new Settling(Duration.ofMillis(50));

    @Test
    void a_file_written_long_ago_rests_at_once() {
        Look look = look(Map.of("a.jar", file("a.jar", 1, NOON.minusSeconds(1))), Set.of(), 0);

        assertThat(look.resting()).containsExactly("a.jar");
        assertThat(look.next()).isZero();
    }

    @Test
    void a_file_written_just_now_is_looked_at_again() {
        Look look = look(Map.of("a.jar", file("a.jar", 1, NOON)), Set.of(), 0);

        assertThat(look.restless()).containsExactly("a.jar");
        assertThat(look.next()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void a_file_stamped_by_a_clock_ahead_of_ours_rests_when_it_stays_the_same() {
        Map<String, Sighting> folder = Map.of("a.jar", file("a.jar", 1, NOON.plusSeconds(3600)));

        assertThat(look(folder, Set.of(), 0).resting()).isEmpty();
        assertThat(look(folder, Set.of(), 49 * MILLI).resting()).isEmpty();
        assertThat(look(folder, Set.of(), 50 * MILLI).resting()).containsExactly("a.jar");
    }

    @Test
    void a_file_that_grows_does_not_rest() {
        look(Map.of("a.jar", file("a.jar", 1, NOON)), Set.of(), 0);
        Look look = look(Map.of("a.jar", file("a.jar", 2, NOON)), Set.of(), 60 * MILLI);

        assertThat(look.restless()).containsExactly("a.jar");
    }

    @Test
    void a_vanished_file_is_gone_only_when_it_stays_away() {
        assertThat(look(Map.of(), Set.of("a.jar"), 0).gone()).isEmpty();
        assertThat(look(Map.of(), Set.of("a.jar"), 50 * MILLI).gone()).containsExactly("a.jar");
    }

    @Test
    void a_file_replaced_by_way_of_a_removal_was_never_gone() {
        look(Map.of(), Set.of("a.jar"), 0);
        Look back = look(Map.of("a.jar", file("a.jar", 1, NOON.minusSeconds(1))), Set.of("a.jar"), 20 * MILLI);

        assertThat(back.gone()).isEmpty();
        assertThat(look(Map.of(), Set.of("a.jar"), 60 * MILLI).gone()).isEmpty();
    }

    private Look look(Map<String, Sighting> folder, Set<String> known, long nanos) {
        return settling.look(folder, known, NOON, nanos);
    }

    private static Sighting file(String name, long size, Instant modified) {
        return new Sighting(name, Path.of(name), new Fingerprint(size, FileTime.from(modified), ""), "");
    }
}
