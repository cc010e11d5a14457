package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that {@link ColdLauncher} starts are found by {@link ProcessTree} and {@link MarkedProcesses}. */
@Timeout(60)
class ProcessTreeTest {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    @TempDir
    private Path folder;

    private LaunchSpec shell(String mark, String line) {
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"), LaunchSpec.MARK, mark);
        return new LaunchSpec(List.of("/bin/sh", "-c", line), environment, folder, Optional.empty());
    }

    private static List<ProcessHandle> children(RunningProgram program, int count) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(program.stdout(), StandardCharsets.UTF_8));
        List<ProcessHandle> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            children.add(ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow());
        }
        return children;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyMemberEndsWithOrWithoutAGroup(boolean group) throws Exception {
        Optional<Path> launcher = group ? Optional.of(SETSID) : Optional.empty();
        String mark = Tokens.random();
        RunningProgram program = new ColdLauncher(launcher, 100_000_000)
                .launch(shell(
                        mark,
                        "trap '' TERM; sleep 600 & echo $!; setsid sh -c 'echo $$; exec sleep 600' & wait; wait"));
        List<ProcessHandle> children = children(program, 2);
        assertThat(MarkedProcesses.find(Set.of(mark))).containsAll(children);
        program.tree().kill();
        assertThat(program.awaitExit(TimeUnit.SECONDS.toNanos(30))).isTrue();
        for (ProcessHandle child : children) {
            child.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        assertThat(MarkedProcesses.find(Set.of(mark))).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aProgramMayTidyUpWhenAskedToEnd() throws Exception {
        RunningProgram program = new ColdLauncher(Optional.of(SETSID), TimeUnit.SECONDS.toNanos(30))
                .launch(shell(Tokens.random(), "trap 'exit 7' TERM; echo $$; while :; do sleep 0.05; done"));
        children(program, 1);
        program.tree().kill();
        assertThat(program.awaitExit(TimeUnit.SECONDS.toNanos(30))).isTrue();
        assertThat(program.exitCode()).isEqualTo(7);
    }

    @Test
    void processesOfOthersAreNotFound() {
        assertThat(MarkedProcesses.find(Set.of(Tokens.random()))).isEmpty();
        assertThat(Tokens.random()).hasSize(32).isNotEqualTo(Tokens.random());
    }
}
