package org.bindery.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The launcher in a real process, with everything it prints. */
final class LauncherProcess implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader = new Thread(this::read, "launcher-output");

    LauncherProcess(TestInstallation installation, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dbindery.distribution=" + installation.distribution.root(),
                "-Dbindery.home=" + installation.home.root())));
        if (Runtime.version().feature() >= 24) {
            // As bin/bindery does: else Java warns about the framework on the console.
            builder.command().add("--sun-misc-unsafe-memory-access=allow");
        }
        builder.command().add("org.bindery.launcher.Main");
        builder.redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BINDERY_"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("output ended: " + e.getMessage());
        }
        ready.countDown();
    }

    private void add(String line) {
        synchronized (lines) {
            lines.add(line);
        }
        if (line.startsWith("Bindery ready on ")) {
            ready.countDown();
        }
    }

    LauncherProcess awaitReady() throws InterruptedException {
        if (!ready.await(LIMIT_SECONDS, TimeUnit.SECONDS) || !output().contains("Bindery ready on ")) {
            throw new AssertionError("not ready:\n" + output());
        }
        return this;
    }

    /** Sends SIGTERM; through the handle, because Process.destroy would also close the output. */
    LauncherProcess terminate() {
        process.toHandle().destroy();
        return this;
    }

    /** Sends SIGKILL. */
    LauncherProcess kill() {
        process.toHandle().destroyForcibly();
        return this;
    }

    long pid() {
        return process.pid();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + output());
        }
        reader.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        return process.exitValue();
    }

    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
