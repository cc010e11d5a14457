package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    @TempDir
    Path home;

    private final Semaphore changes = new Semaphore(0);

    @Test
    void every_kind_of_change_is_told() throws Exception {
        Path file = home.resolve("a.jar");
        try (FolderWatch watch = new FolderWatch(home, changes::release)) {
            watch.renew();
            Files.writeString(file, "a");
            assertThat(told()).isTrue();
            Files.writeString(file, "bc");
            assertThat(told()).isTrue();
            Files.delete(file);
            assertThat(told()).isTrue();
        }
    }

    @Test
    void a_folder_that_was_made_anew_is_watched_again() throws Exception {
        Path folder = Files.createDirectory(home.resolve("deploy"));
        try (FolderWatch watch = new FolderWatch(folder, changes::release)) {
            Files.delete(folder);
            assertThat(told()).isTrue();
            Files.createDirectory(folder);
            watch.renew();
            Files.writeString(folder.resolve("a.jar"), "a");
            assertThat(told()).isTrue();
        }
    }

    private boolean told() throws InterruptedException {
        boolean told = changes.tryAcquire(20, TimeUnit.SECONDS);
        changes.drainPermits();
        return told;
    }
}
