package org.bindery.exec.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The settings that are not definitions, ready for use. */
record RunnerSettings(
        Path binDir,
        List<String> inherited,
        Map<String, String> environment,
        WaitingGroup.Patience patience,
        int depth,
        Times times,
        StderrTail.Limits stderr,
        Standbys.Limits standbys,
        String launcher) {

    /** How long things may take. */
    record Times(Duration kill, Duration drain, Duration check, Duration checkRetry) {}

    /** @param distribution Bindery's own folder, or null where there is none */
    static RunnerSettings of(ExecConfiguration configuration, String distribution) {
        return new RunnerSettings(
                binDir(configuration.bin_dir(), distribution),
                PropertyText.list(configuration.env_inherit()),
                PropertyText.pairs("env", PropertyText.list(configuration.env())),
                new WaitingGroup.Patience(Duration.ofMillis(configuration.wait_millis()), configuration.wait_calls()),
                configuration.depth(),
                new Times(
                        Duration.ofMillis(configuration.kill_millis()),
                        Duration.ofMillis(configuration.drain_millis()),
                        Duration.ofMillis(configuration.check_millis()),
                        Duration.ofMillis(configuration.check_retry_millis())),
                new StderrTail.Limits(
                        configuration.stderr_tail_bytes(),
                        configuration.stderr_log_bytes(),
                        configuration.stderr_line_bytes()),
                new Standbys.Limits(
                        configuration.standby_each(),
                        configuration.standby_all(),
                        Duration.ofMillis(configuration.standby_idle_millis()),
                        Duration.ofMillis(configuration.check_millis()),
                        Duration.ofMillis(configuration.check_retry_millis())),
                configuration.launcher());
    }

    private static Path binDir(String configured, String distribution) {
        if (!configured.isEmpty()) {
            return Path.of(configured).toAbsolutePath();
        }
        return (distribution == null ? Path.of("bin") : Path.of(distribution, "bin")).toAbsolutePath();
    }
}
