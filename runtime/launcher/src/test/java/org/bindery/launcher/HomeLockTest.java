package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheProcessThatHoldsTheHome() throws IOException {
        Home home = home();
        try (HomeLock lock = HomeLock.acquire(home)) {
            assertThat(lock).isNotNull();
            assertThat(home.lockFile()).hasContent(ProcessHandle.current().pid() + "\n");
            assertThatThrownBy(() -> HomeLock.acquire(home))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(
                            "as process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeAgainAfterClosing() throws IOException {
        Home home = home();
        HomeLock.acquire(home).close();
        assertThat(home.lockFile()).isEmptyFile();
        HomeLock.acquire(home).close();
    }

    private Home home() {
        Home home = new Home(folder);
        home.prepare(folder);
        return home;
    }
}
