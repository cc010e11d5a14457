package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindery.exec.Channel;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramInput;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs get and what {@link ChainRun} makes of what they give, with real programs. */
class LocalProgramRunnerTest {

    @TempDir
    private Path folder;

    private TestRunner runner;

    @BeforeEach
    void start() {
        runner = new TestRunner(folder);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private static ProgramInput input(String text) {
        return ProgramInput.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nodeReadsStdinAndArgumentsAndWritesTheResult() {
        runner.file(
                "server/main.js",
                "const info = JSON.parse(process.argv[2]);"
                        + "let all = ''; process.stdin.on('data', d => all += d);"
                        + "process.stdin.on('end', () => console.log(info.name + ' ' + all));");
        ProgramRequest request = runner.request(
                        "node", ProgramCommand.of("node", "%_exec.pluginDir%/server/main.js", "%info.json%"))
                .withPlaceholder("info.json", "{\"name\":\"grün\"}")
                .withInput(input("payload"));
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("grün payload\n");
    }

    @ParameterizedTest
    @CsvSource({"python3,python3", "python3,python", "python,python"})
    void pythonRunsUnderAllItsNames(String service, String program) {
        runner.file("main.py", "import sys\nprint(sys.argv[1] + sys.stdin.read())");
        ProgramRequest request = runner.request(service, ProgramCommand.of(program, "main.py", "100%"))
                .withInput(input("!"));
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("100%!\n");
    }

    @Test
    void aProgramOfThePluginRunsEvenWithoutItsExecutableBit() {
        runner.file("server/hello", "#!/bin/sh\necho hello $1");
        ProgramCommand command = ProgramCommand.of("%_exec.pluginDir%/server/hello", "%_exec.GOOS%");
        assertThat(TestRunner.text(runner.run(runner.request("exec", command))))
                .isEqualTo("hello " + Platform.system() + "\n");
        assertThat(TestRunner.text(runner.run(runner.request("exec", ProgramCommand.of("server/hello", "again")))))
                .isEqualTo("hello again\n");
    }

    @Test
    void commandsShareOneFreshFolderWhichIsRemoved() throws IOException {
        ProgramRequest request = runner.request(
                "exec",
                ProgramCommand.of("sh", "-c", "ls -A; mkdir files; echo kept > files/a; chmod 0 files")
                        .withChannels(Channel.NONE, Channel.NONE),
                ProgramCommand.of("sh", "-c", "chmod 700 files; cat files/a; pwd; chmod 0 files"));
        List<String> lines = TestRunner.text(runner.run(request)).lines().toList();
        assertThat(lines.get(0)).isEqualTo("kept");
        assertThat(Path.of(lines.get(1))).doesNotExist();
        try (Stream<Path> left = Files.walk(runner.scratch)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("job-")))
                    .isEmpty();
        }
    }

    @Test
    void aChainStopsAtTheFirstFailure() {
        ProgramRequest request = runner.request(
                "exec",
                ProgramCommand.of("sh", "-c", "exit 400"),
                ProgramCommand.of("sh", "-c", "echo must not run > " + folder.resolve("ran")));
        ProgramResult.Failed failed = TestRunner.failed(runner.run(request));
        assertThat(failed.exitCode()).isEqualTo(144);
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.EXIT_CODE);
        assertThat(failed.failure().cause()).contains("shelf:db_pre_save", "sh", "144");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void ofSeveralResultsTheLastOneCounts() {
        ProgramRequest request =
                runner.request("exec", ProgramCommand.of("echo", "first"), ProgramCommand.of("echo", "last"));
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("last\n");
    }

    @Test
    void theExitCodeWinsOverAPerfectResult() {
        ProgramResult result = runner.run(runner.shell("echo '{\"objects\":[]}'; exit 1"));
        assertThat(TestRunner.failed(result).failure().kind()).isEqualTo(Failure.Kind.EXIT_CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"shelf.full\",\"error\":\"Full\",\"statuscode\":409}|3|409",
                "{\"error\":{\"code\":\"shelf.full\",\"err\":\"Full\"}}|3|400",
                "{\"error\":{\"code\":\"shelf.full\",\"err\":\"Full\"}}|0|400"
            })
    void anApiErrorIsTakenVerbatim(String document, int exitCode, int status) {
        runner.file("error.json", document);
        ProgramResult result = runner.run(
                runner.request("exec", ProgramCommand.of("sh", "-c", "cat \"$0\"; exit " + exitCode, "error.json")));
        assertThat(result).isInstanceOfSatisfying(ProgramResult.Refused.class, refused -> {
            assertThat(refused.error().code()).isEqualTo("shelf.full");
            assertThat(refused.error().error()).isEqualTo("Full");
            assertThat(refused.error().statuscode()).isEqualTo(status);
            assertThat(refused.exitCode()).isEqualTo(exitCode);
        });
    }

    @Test
    void theEnvironmentIsMinimalAndConfigurable() {
        try (TestRunner configured = new TestRunner(
                folder.resolve("b"),
                Map.of(
                        "commands.env.prog", "env",
                        "commands.env.env", "A=command, B=command,C=command",
                        "services.exec.commands", "env",
                        "services.exec.env", new String[] {"B=service", "C=service %_exec.binDir%"}))) {
            ProgramCommand command = ProgramCommand.of("env").withEnvironment(Map.of("B", "call"));
            List<String> lines = TestRunner.text(configured.run(configured.request("exec", command)))
                    .lines()
                    .toList();
            assertThat(lines)
                    .contains("LANG=C.UTF-8", "A=command", "B=call", "C=service /opt/bindery/bin")
                    .anyMatch(line -> line.startsWith("HOME=" + configured.scratch))
                    .anyMatch(line -> line.startsWith("TMPDIR=" + configured.scratch))
                    .anyMatch(line -> line.startsWith("PATH="));
            assertThat(lines).hasSize(8);
        }
    }

    @Test
    void aProgramWithoutInputSeesItsEnd() {
        ProgramCommand command = ProgramCommand.of("sh", "-c", "wc -c").withChannels(Channel.NONE, Channel.BODY);
        ProgramRequest request = runner.request("exec", command).withInput(input("not connected"));
        assertThat(TestRunner.text(runner.run(request)).strip()).isEqualTo("0");
    }

    @Test
    void stderrGoesToTheListenerAndItsEndToTheFailure() {
        ProgramResult result = runner.run(runner.shell("echo one >&2; printf 'tw\\303\\266' >&2; exit 1"));
        assertThat(TestRunner.failed(result).stderrTail()).isEqualTo("one\ntwö");
        assertThat(runner.stderr).containsExactly("one", "twö");
    }

    @Test
    void aTraceIsGivenOfEachCall() {
        ProgramResult result = runner.run(runner.shell("echo 12345"));
        assertThat(result.report().outputBytes()).isEqualTo(6);
        assertThat(result.report().ran()).isPositive();
        assertThat(result.report().queued()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(result.report().begun()).isFalse();
    }

    @Test
    void anInputThatBreaksOffFailsTheCall() {
        ProgramInput broken = new ProgramInput(
                () -> {
                    throw new IOException("client has gone");
                },
                Map.of());
        ProgramResult result = runner.run(runner.shell("cat").withInput(broken));
        assertThat(TestRunner.failed(result).failure().kind()).isEqualTo(Failure.Kind.INPUT);
        assertThat(TestRunner.failed(result).failure().cause()).contains("client has gone");
    }

    @Test
    void aCallAfterTheStopIsToldSo() {
        runner.close();
        ProgramResult result = runner.run(runner.shell("echo late"));
        assertThat(TestRunner.failed(result).failure().kind()).isEqualTo(Failure.Kind.STOPPED);
    }
}
