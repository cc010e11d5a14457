package org.bindery.launcher;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the {@link StartArchive} in a second process of lowest priority: it starts the same features in an empty home,
 * is stopped when ready, and writes the archive while it ends. This process is not slowed down and may be killed at any
 * time.
 */
final class ArchiveRecorder implements Runnable, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRecorder.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 200;

    private final StartArchive archive;
    private final Distribution distribution;
    private final List<String> features;
    private final Home temporary;
    private final Duration delay;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Prepares a recording.
     *
     * @param delay time after ready: who starts Bindery wants to use it first, and short runs record nothing
     */
    ArchiveRecorder(StartArchive archive, Distribution distribution, Home home, List<String> features, Duration delay) {
        this.archive = archive;
        this.distribution = distribution;
        this.features = List.copyOf(features);
        this.temporary = new Home(home.data().resolve("cache/recording"));
        this.delay = delay;
    }

    /** Records unless there is a current archive already. */
    void start() {
        Thread thread = new Thread(this, "bindery-archive");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            if (!isDebugged() && !archive.isCurrent() && !closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                record();
            }
        } catch (IOException e) {
            // Only speed is lost.
            LOG.info("The start archive {} was not made: {}", archive.file(), Causes.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** A debugger or agent would be started a second time, on a port that is taken. */
    private static boolean isDebugged() {
        return arguments().stream().anyMatch(argument -> argument.matches("-(agent|javaagent|Xrunjdwp).*"));
    }

    private static List<String> arguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    private void record() throws IOException, InterruptedException {
        deleteTree(temporary.root());
        Files.createDirectories(temporary.root());
        Path recording = temporary.root().resolve("archive");
        Process process = process(recording).start();
        try {
            int exitCode = awaitEnd(process);
            if (exitCode == 0 && Files.isRegularFile(recording)) {
                archive.replaceBy(recording);
                LOG.info("Recorded the start archive {}; the next start uses it.", archive.file());
            } else {
                LOG.info("The start archive {} was not made: exit code {}.", archive.file(), exitCode);
            }
        } finally {
            process.destroyForcibly();
            deleteTree(temporary.root());
        }
    }

    private int awaitEnd(Process process) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        boolean asked = false;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (closed.getCount() == 0 || System.nanoTime() > end) {
                process.destroyForcibly();
            } else if (!asked && Files.exists(temporary.readyFile())) {
                process.destroy();
                asked = true;
            }
        }
        return process.exitValue();
    }

    private ProcessBuilder process(Path recording) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments().stream()
                .filter(argument -> !argument.matches("-XX:(SharedArchiveFile|AOTCache)=.*|-Dbindery\\..*"))
                .forEach(command::add);
        command.add(StartArchive.recordingOption(recording));
        command.add("-Dbindery.distribution=" + distribution.root());
        command.add("-Dbindery.home=" + temporary.root());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.root().resolve("output.txt").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        setEnvironment(builder.environment());
        return builder;
    }

    /** The embedded store in an empty home, whatever this process uses: recording must not touch anyone's records. */
    private void setEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("BINDERY_"));
        environment.put(Setting.FEATURES.variable(), String.join(",", features));
        environment.put(Setting.HTTP_PORT.variable(), "0");
        environment.put(Setting.BACKEND_PORT.variable(), "0");
        environment.put(Setting.START_ARCHIVE.variable(), "false");
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
