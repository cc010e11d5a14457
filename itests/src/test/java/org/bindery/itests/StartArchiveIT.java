package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that speeds up starts: made after the first one, used by the second, dropped when it is damaged. */
class StartArchiveIT {

    private static final long LIMIT_MILLIS = 120_000;

    @TempDir
    private Path home;

    @Test
    void isMadeAfterTheFirstStartUsedByTheSecondAndIgnoredWhenDamaged() throws IOException, InterruptedException {
        try (BinderyProcess first = start()) {
            awaitStamp();
            assertThat(first.terminate()).isZero();
            assertThat(first.log()).contains("Recorded the start archive");
        }
        Path archive = archives(".jsa", ".aot").get(0);
        try (BinderyProcess second = start()) {
            assertThat(commandLine(second)).contains("=" + archive);
        }
        truncate(archive);
        try (BinderyProcess third = start()) {
            assertThat(commandLine(third)).doesNotContain("SharedArchiveFile").doesNotContain("AOTCache");
        }
    }

    @Test
    void isRemovedWhenTheLastStartWithItDidNotComeUp() throws IOException, InterruptedException {
        Path cache = Files.createDirectories(home.resolve("data/cache"));
        String version = System.getProperty("java.version").split("[+-]", -1)[0];
        String kind = Runtime.version().feature() >= 25 ? ".aot" : ".jsa";
        Path archive = Files.writeString(cache.resolve("start-" + version + kind), "garbage");
        Files.createFile(cache.resolve("start-" + version + kind + ".trying"));
        try (BinderyProcess bindery = start()) {
            assertThat(bindery.output()).contains("did not work the last time and is removed");
            assertThat(archive).doesNotExist();
        }
    }

    private BinderyProcess start() throws InterruptedException {
        return BinderyProcess.in(home)
                .with("BINDERY_START_ARCHIVE", "true")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .start();
    }

    private static String commandLine(BinderyProcess process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    }

    private static void truncate(Path archive) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private void awaitStamp() throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + LIMIT_MILLIS;
        while (archives(".stamp").isEmpty()) {
            assertThat(System.currentTimeMillis()).as("time of the recording").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private List<Path> archives(String... endings) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/cache"))) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }
}
