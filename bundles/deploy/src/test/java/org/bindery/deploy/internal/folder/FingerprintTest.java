package org.bindery.deploy.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path folder;

    @Test
    void a_file_moved_into_the_place_of_another_is_told_apart_even_with_the_same_size_and_time() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-06-01T12:00:00Z"));
        Path first = Files.setLastModifiedTime(Files.write(folder.resolve("a"), new byte[1]), time);
        Path second = Files.setLastModifiedTime(Files.write(folder.resolve("b"), new byte[1]), time);

        assertThat(of(first)).isEqualTo(of(first)).isNotEqualTo(of(second));
    }

    @Test
    void age_is_counted_from_the_last_write() {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        Fingerprint print = new Fingerprint(1, FileTime.from(noon), "");

        assertThat(print.olderThan(Duration.ofMillis(50), noon.plusMillis(50))).isTrue();
        assertThat(print.olderThan(Duration.ofMillis(50), noon.plusMillis(49))).isFalse();
    }

    private static Fingerprint of(Path path) throws IOException {
        return Fingerprint.of(Files.readAttributes(path, BasicFileAttributes.class));
    }
}
