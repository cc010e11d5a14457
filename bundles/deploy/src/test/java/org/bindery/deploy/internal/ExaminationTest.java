package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bindery.deploy.internal.folder.FolderScan;
import org.bindery.deploy.internal.folder.JarCheck;
import org.bindery.deploy.internal.folder.Staging;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an {@link Examination} treats jars that are not complete; the rest is seen through the whole deploy folder. */
class ExaminationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path home;

    private final Ledger ledger = new Ledger();

    @Test
    void a_jar_that_breaks_off_but_was_just_written_may_still_grow() throws IOException {
        Examination examination = examination();

        examine(examination, Instant.now());

        assertThat(ledger.get("half.jar")).isEmpty();
        assertThat(examination.next(System.nanoTime()).orElseThrow()).isLessThanOrEqualTo(PATIENCE);
    }

    @Test
    void a_jar_that_breaks_off_and_was_written_long_ago_is_refused_at_once() throws IOException {
        Examination examination = examination();

        examine(examination, Instant.now().minus(PATIENCE.multipliedBy(2)));

        assertThat(ledger.get("half.jar").orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(examination.next(System.nanoTime())).isEmpty();
    }

    @Test
    void a_growing_jar_that_vanishes_is_forgotten() throws IOException {
        Examination examination = examination();
        examine(examination, Instant.now());

        examination.forget(Set.of("half.jar"));

        assertThat(examination.next(System.nanoTime())).isEmpty();
    }

    private Examination examination() {
        Staging staging = new Staging(home.resolve("staged"), 1_000);
        return new Examination(staging, new JarCheck(10, 1_000), null, ledger, PATIENCE);
    }

    private void examine(Examination examination, Instant written) throws IOException {
        Path folder = Files.createDirectories(home.resolve("deploy"));
        Path file = Files.write(folder.resolve("half.jar"), new byte[] {'P', 'K', 3, 4});
        Files.setLastModifiedTime(file, FileTime.from(written));
        FolderScan scan = new FolderScan(folder, 1_000, 10);
        assertThat(examination.examine(scan.look().get("half.jar"), Set.of())).isEmpty();
    }
}
