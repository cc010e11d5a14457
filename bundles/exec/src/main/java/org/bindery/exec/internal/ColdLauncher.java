package org.bindery.exec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a new process, as leader of a group of its own if the platform has the means. */
final class ColdLauncher implements Launcher {

    private final Optional<Path> groupLauncher;
    private final long graceNanos;

    /**
     * @param groupLauncher a program that makes itself leader of a group and then becomes the program it is given
     * @param graceNanos time between the request to end and the end
     */
    ColdLauncher(Optional<Path> groupLauncher, long graceNanos) {
        this.groupLauncher = groupLauncher;
        this.graceNanos = graceNanos;
    }

    @Override
    public RunningProgram launch(LaunchSpec spec) throws IOException {
        List<String> argv = new ArrayList<>();
        groupLauncher.ifPresent(launcher -> argv.add(launcher.toString()));
        argv.addAll(spec.argv());
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(spec.workDir().toFile());
        builder.environment().clear();
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        return new ColdProgram(
                process, new ProcessTree(process.toHandle(), groupLauncher.isPresent(), spec.mark(), graceNanos));
    }

    private record ColdProgram(Process process, ProcessTree tree) implements RunningProgram {
        @Override
        public OutputStream stdin() {
            return process.getOutputStream();
        }

        @Override
        public InputStream stdout() {
            return process.getInputStream();
        }

        @Override
        public InputStream stderr() {
            return process.getErrorStream();
        }

        @Override
        public boolean awaitExit(long nanos) throws InterruptedException {
            return process.waitFor(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int exitCode() {
            return process.exitValue();
        }
    }
}
