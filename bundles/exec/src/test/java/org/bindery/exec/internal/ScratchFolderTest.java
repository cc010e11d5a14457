package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link ScratchFolder}, the {@link JobFolder}s in it and {@link FolderRemoval}. */
class ScratchFolderTest {

    @TempDir
    private Path folder;

    @Test
    void whatADeadProcessLeftIsRemovedAndWhatALivingOneHasStays() throws IOException {
        Process dead = new ProcessBuilder("true").start();
        dead.onExit().join();
        Path left = Files.createDirectories(folder.resolve("of-process-" + dead.pid() + "/job-1/work"));
        Path alive = Files.createDirectories(
                folder.resolve("of-process-" + ProcessHandle.current().pid() + "/job-2"));
        Path foreign = Files.createDirectories(folder.resolve("of-process-name"));
        ScratchFolder scratch = new ScratchFolder(folder);
        assertThat(scratch.path()).isDirectory().isEqualTo(alive.getParent());
        assertThat(left).doesNotExist();
        assertThat(alive).exists();
        assertThat(foreign).exists();
        scratch.remove();
        assertThat(alive).doesNotExist();
    }

    @Test
    void aJobFolderIsRemovedWithClosedFoldersAndLinksAreNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "stays");
        Path work;
        try (JobFolder job = new JobFolder(folder)) {
            work = job.work();
            assertThat(work).isEmptyDirectory();
            assertThat(job.home()).isEmptyDirectory();
            assertThat(job.temporary()).isEmptyDirectory();
            Path closed = Files.createDirectories(work.resolve("closed/inner")).getParent();
            Files.writeString(closed.resolve("inner/file"), "x");
            Files.createSymbolicLink(work.resolve("link"), outside);
            Files.createSymbolicLink(work.resolve("loop"), work);
            assertThat(closed.toFile().setWritable(false) && closed.toFile().setReadable(false))
                    .isTrue();
        }
        assertThat(work.getParent()).doesNotExist();
        assertThat(outside).hasContent("stays");
    }
}
