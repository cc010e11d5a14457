package org.bindery.itests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The distribution of this build as a real process in a home of its own, on free ports.
 *
 * <pre>{@code
 * try (BinderyProcess bindery = BinderyProcess.in(home).start()) {
 *     client.get(bindery.url().resolve("/health/ready"));
 * }
 * }</pre>
 */
public final class BinderyProcess implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;
    private static final Pattern READY = Pattern.compile("Bindery ready on (http://\\S+) in \\d+ ms");

    private final Path home;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private final Thread reader = new Thread(this::readOutput, "bindery-output");
    private URI url;

    private BinderyProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** How a process is started; the defaults suit a test. */
    public static final class Start {

        private final Path home;
        private final Map<String, String> environment = new HashMap<>();
        private Path script = distribution().resolve("bin/bindery");

        private Start(Path home) {
            this.home = home;
            environment.put("BINDERY_HOME", home.toString());
            environment.put("BINDERY_HTTP_PORT", "0");
            environment.put("BINDERY_BACKEND_PORT", "0");
            // Recording it takes seconds of processor time from the tests beside; StartArchiveIT turns it on.
            environment.put("BINDERY_START_ARCHIVE", "false");
        }

        /** Sets an environment variable, such as {@code BINDERY_ROOT_PASSWORD}. */
        public Start with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /** Uses another copy of the distribution. */
        public Start from(Path otherDistribution) {
            script = otherDistribution.resolve("bin/bindery");
            return this;
        }

        /** Starts and waits for the ready line. */
        public BinderyProcess start() throws InterruptedException {
            return launch().awaitReady();
        }

        /** Starts without waiting, for starts that fail. */
        public BinderyProcess launch() {
            return run("run");
        }

        /** Runs any command of the script. */
        public BinderyProcess run(String... command) {
            List<String> words = new ArrayList<>(List.of(script.toString()));
            words.addAll(List.of(command));
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("BINDERY_"));
            builder.environment().putAll(environment);
            try {
                BinderyProcess started = new BinderyProcess(home, builder.start());
                started.reader.start();
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Prepares a start in this home. */
    public static Start in(Path home) {
        return new Start(home);
    }

    /** The unpacked distribution under test. */
    public static Path distribution() {
        return Path.of(System.getProperty("bindery.distribution"))
                .toAbsolutePath()
                .normalize();
    }

    /** Waits for the ready line. */
    public BinderyProcess awaitReady() throws InterruptedException {
        if (!readyOrEnded.await(LIMIT_SECONDS, TimeUnit.SECONDS) || url() == null) {
            throw new AssertionError("Not ready:\n" + output() + "\n" + log());
        }
        return this;
    }

    /** Where it answers, without a slash at the end. */
    public URI url() {
        synchronized (lines) {
            return url;
        }
    }

    /** The folder of everything it writes. */
    public Path home() {
        return home;
    }

    /** The folder into which plugins are copied. */
    public Path deploy() {
        return home.resolve("deploy");
    }

    /** The process id, which the script hands on to Java. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as a crash would and waits for that. */
    public BinderyProcess kill9() throws InterruptedException {
        process.toHandle().destroyForcibly();
        exitCode();
        return this;
    }

    /** Sends SIGTERM and waits for the exit code. */
    public int terminate() throws InterruptedException {
        // Process.destroy would close the output, and with it what is printed while stopping.
        process.toHandle().destroy();
        return exitCode();
    }

    /** Waits for the end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running:\n" + output() + "\n" + log());
        }
        reader.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        return process.exitValue();
    }

    /** What it printed so far. */
    public String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Its log file so far. */
    public String log() {
        Path file = home.resolve("log/bindery.log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, by force if needed. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.toHandle().destroyForcibly();
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("output ended: " + e.getMessage());
        }
        readyOrEnded.countDown();
    }

    private void add(String line) {
        Matcher matcher = READY.matcher(line);
        synchronized (lines) {
            lines.add(line);
            if (matcher.matches()) {
                url = URI.create(matcher.group(1));
            }
        }
        if (matcher.matches()) {
            readyOrEnded.countDown();
        }
    }
}
