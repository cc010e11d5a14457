package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a {@link StartArchive}; StartArchiveIT shows an {@link ArchiveRecorder} make and use a real one. */
class StartArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void isCurrentOnceARecordingReplacedIt() throws IOException {
        StartArchive archive = archive();
        assertThat(archive.isCurrent()).isFalse();
        archive.replaceBy(recording("classes"));
        assertThat(archive.isCurrent()).isTrue();
        assertThat(archive.file()).hasContent("classes");
    }

    @Test
    void beginsItsStampWithTheSizeForTheStartScript() throws IOException {
        StartArchive archive = archive();
        archive.replaceBy(recording("classes"));
        assertThat(Files.readAllLines(folder.resolve("start-17.jsa.stamp"))).startsWith("7");
    }

    @Test
    void isNotCurrentWhenItWasTruncated() throws IOException {
        StartArchive archive = archive();
        archive.replaceBy(recording("classes"));
        Files.writeString(archive.file(), "cla");
        assertThat(archive.isCurrent()).isFalse();
    }

    @Test
    void isNotCurrentForAnotherClassPath() throws IOException {
        StartArchive archive = archive();
        archive.replaceBy(recording("classes"));
        Files.writeString(folder.resolve("start-17.jsa.stamp"), "7\nanother Java\n");
        assertThat(archive.isCurrent()).isFalse();
    }

    @Test
    void isRecordedByTheOptionThisJavaKnows() {
        String option = Runtime.version().feature() >= 25 ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
        assertThat(StartArchive.recordingOption(Path.of("/tmp/x"))).isEqualTo(option + "/tmp/x");
    }

    private StartArchive archive() {
        return new StartArchive(folder.resolve("start-17.jsa"));
    }

    private Path recording(String content) {
        TestInstallation.write(folder.resolve("recording"), content);
        return folder.resolve("recording");
    }
}
