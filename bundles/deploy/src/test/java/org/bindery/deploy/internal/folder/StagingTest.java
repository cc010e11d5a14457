package org.bindery.deploy.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindery.deploy.internal.folder.Staging.Copy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    @TempDir
    Path home;

    @Test
    void a_copy_stays_as_it_was_when_the_file_is_overwritten_and_goes_when_closed() throws IOException {
        Path file = Files.writeString(home.resolve("a.jar"), "abc");
        Staging staging = new Staging(home.resolve("staged"), 10);
        Path place;

        try (Copy copy = staging.copy(file)) {
            Files.writeString(file, "xyz");
            place = copy.path();
            assertThat(copy.path()).hasContent("abc");
            assertThat(copy.hash()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(place).doesNotExist();
    }

    @Test
    void a_file_that_grows_beyond_the_limit_is_given_up_and_leaves_nothing() throws IOException {
        Path file = Files.writeString(home.resolve("a.jar"), "more than four");
        Path staged = home.resolve("staged");
        Staging staging = new Staging(staged, 4);

        assertThatThrownBy(() -> staging.copy(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("4 bytes");
        assertThat(staged).isEmptyDirectory();
    }
}
