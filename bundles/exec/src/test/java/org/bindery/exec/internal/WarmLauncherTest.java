package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bindery.exec.CallLimits;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramInput;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A program sees the same in an interpreter that waited ({@link WarmLauncher}, {@link Standbys}, {@link Standby}, {@link
 * StandbyFiles}) and in one of its own ({@link ColdLauncher}).
 */
@Timeout(180)
class WarmLauncherTest {

    private static final String NODE = """
            globalThis.leak = (globalThis.leak || 0) + 1;
            const fs = require('fs');
            const stdin = fs.readFileSync(0, 'utf8');
            fs.writeFileSync('left.txt', 'x');
            console.error('to stderr');
            console.log(JSON.stringify([process.argv.slice(1), stdin, fs.readdirSync('.'), globalThis.leak,
                require.main === module, __filename, process.execArgv, Object.keys(process.env).sort(),
                process.cwd() === process.env.HOME.replace(/home$/, 'work'), typeof take, typeof job]));
            process.exitCode = Number(process.argv[3]);
            """;
    private static final String PYTHON = """
            import builtins, os, sys
            builtins.leak = getattr(builtins, 'leak', 0) + 1
            stdin = sys.stdin.read()
            open('left.txt', 'w').close()
            print('to stderr', file=sys.stderr)
            import __main__, sibling
            print([sys.argv, stdin, os.listdir('.'), builtins.leak, __name__, __file__, sys.path[0], sibling.VALUE,
                sorted(k for k in os.environ if k != 'LC_CTYPE'), sorted(k for k in dir() if not k.startswith('__')),
                __main__.stdin == stdin, os.getcwd() == os.environ['HOME'][:-4] + 'work', __spec__, __package__])
            sys.exit(int(sys.argv[2]))
            """;

    @TempDir
    private Path folder;

    private static String python;

    private TestRunner runner;

    @BeforeAll
    static void findPython() throws IOException {
        Process process = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        python = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @BeforeEach
    void start() {
        // The real interpreters: a wrapper around them would add variables of its own when it starts.
        runner = new TestRunner(folder, Map.of("commands.python3.prog", python));
        runner.file("main.js", NODE).file("main.py", PYTHON).file("sibling.py", "VALUE = 7");
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private ProgramRequest request(String program, String script, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "%_exec.pluginDir%/" + script;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return runner.request(program, ProgramCommand.of(program, all))
                .withInput(ProgramInput.of("täglich".getBytes(StandardCharsets.UTF_8)));
    }

    private static ProgramRequest cold(ProgramRequest request) {
        return new ProgramRequest(
                request.caller(),
                request.chain().cold(),
                request.input(),
                request.placeholders(),
                request.limits(),
                request.context(),
                request.rules(),
                request.diagnostics());
    }

    private void awaitStandbys(int count) {
        TestRunner.await(() -> runner.runner.standbys() >= count);
    }

    /** Two calls make the kind known. */
    private void warmUp(ProgramRequest request) {
        runner.run(request);
        runner.run(request);
        awaitStandbys(2);
    }

    @ParameterizedTest
    @CsvSource({"node,main.js", "python3,main.py"})
    void everyCallIsAsFreshAsAColdOne(String program, String script) {
        ProgramRequest request = request(program, script, "{\"a\":\"grün\"}", "0");
        String cold = TestRunner.text(runner.run(cold(request)));
        assertThat(cold).contains("täglich", "left.txt");
        warmUp(request);
        for (int i = 0; i < 6; i++) {
            awaitStandbys(2);
            assertThat(TestRunner.text(runner.run(request))).isEqualTo(cold);
        }
        assertThat(runner.stderr).hasSize(9).containsOnly("to stderr");
    }

    @ParameterizedTest
    @CsvSource({"node,main.js", "python3,main.py"})
    void exitCodesAndTimeLimitsHoldToo(String program, String script) {
        warmUp(request(program, script, "x", "0"));
        ProgramResult result = runner.run(request(program, script, "x", "7"));
        assertThat(TestRunner.failed(result).exitCode()).isEqualTo(7);
        runner.file("loop.js", "for (;;) {}").file("loop.py", "while True: pass");
        awaitStandbys(2);
        ProgramRequest loop = request(program, script.replace("main", "loop"))
                .withLimits(CallLimits.DEFAULT.withTime(Duration.ofSeconds(1)));
        assertThat(TestRunner.failed(runner.run(loop)).failure().kind()).isEqualTo(Failure.Kind.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({"node,main.js", "python3,main.py"})
    void aCallIsServedByAProcessThatWaited(String program, String script) {
        runner.file("main.js", "console.log(process.pid)")
                .file("main.py", "import os, sys\nprint(os.getpid() if 'json' in sys.modules else 0)");
        warmUp(request(program, script));
        List<Long> before =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
        String pid = TestRunner.text(runner.run(request(program, script))).strip();
        assertThat(before).contains(Long.parseLong(pid));
        String own = TestRunner.text(runner.run(cold(request(program, script)))).strip();
        assertThat(before).doesNotContain(Long.parseLong(own));
    }

    @ParameterizedTest
    @CsvSource({"node,main.js", "python3,main.py"})
    void aSavedFileCountsAtOnce(String program, String script) {
        warmUp(request(program, script, "x", "0"));
        runner.file("main.js", "console.log('new')").file("main.py", "print('new')");
        assertThat(TestRunner.text(runner.run(request(program, script)))).isEqualTo("new\n");
    }

    @Test
    void aModuleOfThePluginIsNotHiddenByOneThatIsLoaded() {
        runner.file("main.py", "import sys\nsys.path.insert(0, sys.argv[1])\nimport requests\nprint(requests.MINE)")
                .file("lib/requests/__init__.py", "MINE = 'vendored'");
        ProgramRequest request = request("python3", "main.py", "%_exec.pluginDir%/lib");
        warmUp(request);
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("vendored\n");
    }

    @Test
    void esModulesRunToo() {
        runner.file("main.mjs", "import fs from 'node:fs'; console.log(import.meta.url.endsWith('main.mjs'), !!fs)");
        ProgramRequest request = request("node", "main.mjs");
        warmUp(request);
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("true true\n");
    }

    @Test
    void kindsThatNeverComeAgainStartNothing() {
        for (String value : List.of("a", "b", "c")) {
            ProgramCommand command =
                    ProgramCommand.of("node", "main.js", "x", "0").withEnvironment(Map.of("K", value));
            runner.run(runner.request("node", command));
        }
        assertThat(runner.runner.standbys()).isZero();
    }

    @Test
    void theNumberThatWaitsIsBoundedOverAllKinds() {
        for (String value : List.of("a", "b", "c")) {
            ProgramCommand command =
                    ProgramCommand.of("node", "main.js", "x", "0").withEnvironment(Map.of("K", value));
            runner.run(runner.request("node", command));
            runner.run(runner.request("node", command));
            awaitStandbys(2);
        }
        awaitStandbys(4);
        assertThat(runner.runner.standbys()).isEqualTo(4);
    }

    @Test
    void anInterpreterThatDiedIsPassedOver() throws Exception {
        ScratchFolder scratch = new ScratchFolder(folder.resolve("s"));
        RunnerThreads threads = new RunnerThreads();
        ColdLauncher cold = new ColdLauncher(Optional.empty(), 1_000_000);
        Duration time = Duration.ofSeconds(60);
        Standbys standbys = new Standbys(cold, scratch, threads, new Standbys.Limits(1, 1, time, time, time));
        Standby.Kind kind =
                new Standby.Kind(python, LaunchSpec.Interpreter.PYTHON, Map.of("PATH", System.getenv("PATH")));
        assertThat(standbys.take(kind)).isEmpty();
        assertThat(standbys.take(kind)).isEmpty();
        TestRunner.await(() -> standbys.waiting() >= 1);
        Standby first = standbys.take(kind).orElseThrow();
        TestRunner.await(() -> standbys.waiting() >= 1);
        MarkedProcesses.find(Set.of(first.mark())).forEach(ProcessHandle::destroyForcibly);
        assertThat(first.program().awaitExit(time.toNanos())).isTrue();
        Path script = Files.writeString(folder.resolve("a.py"), "print(1)");
        LaunchSpec spec = new LaunchSpec(
                List.of(python, script.toString()),
                Map.of("PATH", System.getenv("PATH"), LaunchSpec.MARK, Tokens.random()),
                folder,
                Optional.of(new LaunchSpec.Script(LaunchSpec.Interpreter.PYTHON, script, folder)));
        Standby second = standbys.take(kind).orElseThrow();
        second.program().tree().kill();
        RunningProgram program = new WarmLauncher(standbys, cold).launch(spec);
        assertThat(program.awaitExit(time.toNanos())).isTrue();
        assertThat(program.exitCode()).isZero();
        standbys.stop();
        threads.end(time);
        assertThat(standbys.waiting()).isZero();
    }

    @Test
    void oneThatNobodyNeedsIsEnded() throws Exception {
        RunnerThreads threads = new RunnerThreads();
        Duration time = Duration.ofSeconds(60);
        BlockingQueue<RunningProgram> started = new LinkedBlockingQueue<>();
        ColdLauncher cold = new ColdLauncher(Optional.empty(), 1_000_000);
        Launcher recording = spec -> {
            RunningProgram program = cold.launch(spec);
            started.add(program);
            return program;
        };
        Standbys standbys = new Standbys(
                recording,
                new ScratchFolder(folder.resolve("s")),
                threads,
                new Standbys.Limits(1, 1, Duration.ofMillis(1), time, time));
        Standby.Kind kind =
                new Standby.Kind(python, LaunchSpec.Interpreter.PYTHON, Map.of("PATH", System.getenv("PATH")));
        standbys.take(kind);
        standbys.take(kind);
        RunningProgram program = started.poll(60, TimeUnit.SECONDS);
        assertThat(program.awaitExit(time.toNanos())).isTrue();
        TestRunner.await(() -> standbys.waiting() == 0);
        threads.end(time);
    }

    @Test
    void anInterpreterThatCannotWaitIsLeftAloneForAWhile() {
        RunnerThreads threads = new RunnerThreads();
        Duration time = Duration.ofSeconds(60);
        Standbys standbys = new Standbys(
                new ColdLauncher(Optional.empty(), 1_000_000),
                new ScratchFolder(folder.resolve("s")),
                threads,
                new Standbys.Limits(1, 1, time, time, time));
        Standby.Kind kind =
                new Standby.Kind("/bin/false", LaunchSpec.Interpreter.NODE, Map.of("PATH", System.getenv("PATH")));
        assertThat(standbys.take(kind)).isEmpty();
        assertThat(standbys.take(kind)).isEmpty();
        TestRunner.await(() -> standbys.leftAlone() == 1);
        assertThat(standbys.take(kind)).isEmpty();
        assertThat(standbys.waiting()).isZero();
        threads.end(time);
    }
}
