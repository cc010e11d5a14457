package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bindery.exec.ProgramChain;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;

/** A runner with a plugin folder and short times, in a folder of its own. */
final class TestRunner implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Path plugin;
    final Path scratch;
    final LocalProgramRunner runner;
    final List<String> stderr = Collections.synchronizedList(new ArrayList<>());

    TestRunner(Path folder) {
        this(folder, Map.of());
    }

    TestRunner(Path folder, Map<String, ?> properties) {
        this(folder, properties, settings(PATIENCE));
    }

    TestRunner(Path folder, Map<String, ?> properties, RunnerSettings settings) {
        plugin = folder.resolve("plugin");
        scratch = folder.resolve("scratch");
        runner = new LocalProgramRunner(settings, Definitions.of(properties), scratch);
    }

    static RunnerSettings settings(Duration wait) {
        return new RunnerSettings(
                Path.of("/opt/bindery/bin"),
                List.of("PATH"),
                Map.of("LANG", "C.UTF-8"),
                new WaitingGroup.Patience(wait, 200),
                8,
                new RunnerSettings.Times(
                        Duration.ofMillis(200), Duration.ofMillis(300), PATIENCE, Duration.ofMillis(1)),
                new StderrTail.Limits(1_000, 100_000, 500),
                new Standbys.Limits(2, 4, PATIENCE, PATIENCE, PATIENCE),
                "setsid");
    }

    TestRunner file(String name, String text) {
        try {
            Path file = plugin.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ProgramRequest request(String service, ProgramCommand... commands) {
        return ProgramRequest.of("shelf:db_pre_save", ProgramChain.of(service, plugin, commands))
                .withDiagnostics(stderr::add);
    }

    /** A request for a line of shell, which shares the checks of service exec: none. */
    ProgramRequest shell(String line) {
        return request("exec", ProgramCommand.of("sh", "-c", line));
    }

    ProgramResult run(ProgramRequest request) {
        return runner.run(request);
    }

    static String text(ProgramResult result) {
        if (result instanceof ProgramResult.Succeeded succeeded) {
            return new String(succeeded.output(), StandardCharsets.UTF_8);
        }
        throw new AssertionError("not succeeded: " + result);
    }

    static ProgramResult.Failed failed(ProgramResult result) {
        if (result instanceof ProgramResult.Failed failed) {
            return failed;
        }
        throw new AssertionError("not failed: " + result);
    }

    /** Waits for a fact that nobody announces. */
    static void await(BooleanSupplier fact) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!fact.getAsBoolean()) {
            assertThat(deadline.passed()).as("waited too long").isFalse();
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        runner.stop();
    }
}
