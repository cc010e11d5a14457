package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RootPasswordFileTest {

    @TempDir
    Path home;

    private RootPasswordFile file() {
        return new RootPasswordFile(home.resolve("data/root-password"));
    }

    @Test
    void a_random_password_is_written_once_and_read_again() {
        assertThat(file().read()).isEmpty();
        String password = file().create();
        assertThat(password).hasSize(24);
        assertThat(file().read()).contains(password);
        assertThatThrownBy(() -> file().create())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("root-password");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_may_read_it() throws IOException {
        file().create();
        assertThat(Files.getPosixFilePermissions(file().path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_file_out_of_date_is_removed() {
        file().create();
        assertThat(file().remove()).isTrue();
        assertThat(file().remove()).isFalse();
    }

    @Test
    void what_is_no_password_is_not_read() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(file().path(), "x".repeat(2000));
        assertThatThrownBy(() -> file().read()).hasMessageContaining("too long");
    }
}
