package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bindery.exec.CallLimits;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramInput;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.bindery.exec.ResponseTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that loop, flood, hide and refuse to die: each call ends, is named, and leaves no process behind. */
@Timeout(180)
class HostileProgramsTest {

    private static final CallLimits SHORT = CallLimits.DEFAULT.withTime(Duration.ofSeconds(2));

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

    private void assertGone(Path pidFile) throws IOException {
        assertThat(pidFile).exists();
        for (String pid : Files.readString(pidFile).split("\\s+")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process ->
                            process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        }
    }

    private Failure.Kind kind(ProgramResult result) {
        Failure failure = TestRunner.failed(result).failure();
        assertThat(failure.cause()).contains("shelf:db_pre_save");
        assertThat(failure.remedy()).isNotBlank();
        return failure.kind();
    }

    @Test
    void anEndlessLoopIsKilled() {
        runner.file("loop.js", "for (;;) {}");
        ProgramRequest node =
                runner.request("node", ProgramCommand.of("node", "loop.js")).withLimits(SHORT);
        assertThat(kind(runner.run(node))).isEqualTo(Failure.Kind.TIMEOUT);
        runner.file("loop.py", "while True: pass");
        ProgramRequest python = runner.request("python3", ProgramCommand.of("python3", "loop.py"))
                .withLimits(SHORT);
        assertThat(kind(runner.run(python))).isEqualTo(Failure.Kind.TIMEOUT);
    }

    @Test
    void aProgramThatIgnoresTheRequestToEndIsKilled() throws IOException {
        Path pids = folder.resolve("pids");
        runner.file("stubborn.py", """
                import os, signal, sys, time
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
                open(sys.argv[1], 'w').write(str(os.getpid()))
                while True: time.sleep(60)
                """);
        ProgramRequest request = runner.request("python3", ProgramCommand.of("python3", "stubborn.py", pids.toString()))
                .withLimits(SHORT);
        assertThat(kind(runner.run(request))).isEqualTo(Failure.Kind.TIMEOUT);
        assertGone(pids);
    }

    @Test
    void grandchildrenAreKilledWithTheirParents() throws IOException {
        Path pids = folder.resolve("pids");
        ProgramRequest request = runner.shell("(sleep 600 & echo $! >> " + pids + "; sleep 600) & "
                        + "(trap '' TERM; sleep 600 & echo $! >> " + pids + "; wait) & wait")
                .withLimits(SHORT);
        assertThat(kind(runner.run(request))).isEqualTo(Failure.Kind.TIMEOUT);
        assertGone(pids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "setsid "})
    void aGrandchildThatHoldsStdoutOpenNeitherHangsTheCallNorStays(String escape) throws IOException {
        Path pids = folder.resolve("pids");
        ProgramRequest request = runner.shell(escape + "sh -c 'echo $$ > " + pids
                + "; exec sleep 600' & while ! test -s " + pids + "; do :; done; echo done");
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("done\n");
        assertGone(pids);
    }

    /** {@link Leftovers} finds what holds no pipe and has left its group. */
    @Test
    void aDaemonThatLetGoOfEverythingIsEndedSoonAfterTheCall() throws IOException {
        Path pids = folder.resolve("pids");
        ProgramRequest request = runner.shell("setsid sh -c 'echo $$ > " + pids
                + "; exec sleep 600' </dev/null >/dev/null 2>&1 & while ! test -s " + pids + "; do :; done; echo done");
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("done\n");
        assertGone(pids);
    }

    @Test
    void aGigabyteOfOutputIsRefusedAndTheProgramKilled() throws IOException {
        Path pids = folder.resolve("pids");
        ProgramRequest request = runner.shell("echo $$ > " + pids + "; exec head -c 1073741824 /dev/zero");
        ProgramResult result = runner.run(request);
        assertThat(kind(result)).isEqualTo(Failure.Kind.OUTPUT_TOO_LONG);
        assertThat(result.report().outputBytes()).isLessThan((16L << 20) + (64 << 10));
        assertGone(pids);
    }

    @Test
    void aResultAtTheLimitPassesAndOneByteMoreFails() {
        CallLimits limits = CallLimits.DEFAULT.withOutputBytes(100_000);
        assertThat(TestRunner.text(
                        runner.run(runner.shell("head -c 100000 /dev/zero").withLimits(limits))))
                .hasSize(100_000);
        assertThat(kind(runner.run(runner.shell("head -c 100001 /dev/zero").withLimits(limits))))
                .isEqualTo(Failure.Kind.OUTPUT_TOO_LONG);
    }

    @Test
    void aFloodOfStderrWithoutNewlinesIsReadAndForgotten() {
        ProgramResult result = runner.run(runner.shell("head -c 50000000 /dev/zero >&2; echo fine"));
        assertThat(TestRunner.text(result)).isEqualTo("fine\n");
        assertThat(runner.stderr).hasSizeLessThan(300).last().asString().contains("not logged");
    }

    @Test
    void bytesThatAreNoTextPassUnchanged() {
        ProgramResult result = runner.run(runner.shell("printf '{\"a\":\\377\\376}'; printf '\\377' >&2"));
        assertThat(((ProgramResult.Succeeded) result).output())
                .isEqualTo(new byte[] {'{', '"', 'a', '"', ':', (byte) 0xff, (byte) 0xfe, '}'});
        assertThat(runner.stderr).containsExactly("\ufffd");
    }

    @Test
    void garbageAfterAnErrorDocumentMakesItNone() {
        assertThat(kind(runner.run(runner.shell("echo '{\"code\":\"a.b\"} and more'; exit 1"))))
                .isEqualTo(Failure.Kind.EXIT_CODE);
        assertThat(TestRunner.text(runner.run(runner.shell("echo '{\"a\":1} and more'"))))
                .isEqualTo("{\"a\":1} and more\n");
    }

    @Test
    void aProgramMayStopReadingItsInput() {
        byte[] bytes = new byte[4 << 20];
        Arrays.fill(bytes, (byte) 'x');
        ProgramResult result = runner.run(runner.shell("exec 0<&-; echo enough").withInput(ProgramInput.of(bytes)));
        assertThat(TestRunner.text(result)).isEqualTo("enough\n");
    }

    @Test
    void anArgumentThePlatformCannotTakeIsNamed() {
        ProgramCommand command = ProgramCommand.of("echo", "%info.json%");
        ProgramRequest longest =
                runner.request("exec", command).withPlaceholder("info.json", "x".repeat(ArgumentCheck.LONGEST));
        assertThat(TestRunner.text(runner.run(longest))).hasSize(ArgumentCheck.LONGEST + 1);
        ProgramResult result = runner.run(longest.withPlaceholder("info.json", "x".repeat(200_000)));
        assertThat(kind(result)).isEqualTo(Failure.Kind.BAD_COMMAND);
        assertThat(TestRunner.failed(result).failure().cause()).contains("argument 1", "200000", "131071");
        assertThat(kind(runner.run(longest.withPlaceholder("info.json", "a\0b"))))
                .isEqualTo(Failure.Kind.BAD_COMMAND);
        assertThat(kind(runner.run(runner.request("exec", ProgramCommand.of("no-such-program")))))
                .isEqualTo(Failure.Kind.BAD_COMMAND);
    }

    @Test
    void anInterruptedCallerEndsThePrograms() throws Exception {
        Path pids = folder.resolve("pids");
        CompletableFuture<ProgramResult> result = new CompletableFuture<>();
        CountDownLatch runs = new CountDownLatch(1);
        ProgramRequest request = runner.shell("echo $$ > " + pids + "; echo up >&2; exec sleep 600")
                .withDiagnostics(line -> runs.countDown());
        Thread caller = new Thread(() -> result.complete(runner.run(request)));
        caller.start();
        assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(kind(result.get(60, TimeUnit.SECONDS))).isEqualTo(Failure.Kind.INTERRUPTED);
        assertGone(pids);
    }

    @Test
    void aStopEndsThePrograms() throws Exception {
        Path pids = folder.resolve("pids");
        CountDownLatch runs = new CountDownLatch(1);
        ProgramRequest request = runner.shell("echo $$ > " + pids + "; echo up >&2; exec sleep 600")
                .withDiagnostics(line -> runs.countDown());
        CompletableFuture<ProgramResult> result = CompletableFuture.supplyAsync(() -> runner.run(request));
        assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        runner.close();
        assertThat(kind(result.get(60, TimeUnit.SECONDS))).isEqualTo(Failure.Kind.STOPPED);
        assertGone(pids);
    }

    @Test
    void aClientThatHasGoneEndsThePrograms() throws IOException {
        Path pids = folder.resolve("pids");
        ResponseTarget gone = head -> {
            throw new IOException("connection reset");
        };
        ProgramResult result = runner.runner.stream(runner.shell("echo $$ > " + pids + "; exec cat /dev/zero"), gone);
        assertThat(kind(result)).isEqualTo(Failure.Kind.NOT_DELIVERED);
        assertGone(pids);
    }

    @Test
    void aListenerThatFailsDoesNotHangTheProgram() {
        ProgramRequest request = runner.shell("head -c 1000000 /dev/zero | tr '\\0' '\\n' >&2; echo fine")
                .withDiagnostics(line -> {
                    throw new IllegalStateException("full");
                });
        assertThat(TestRunner.text(runner.run(request))).isEqualTo("fine\n");
    }

    @Test
    void theNextCallIsNotTroubledByTheLast() {
        kind(runner.run(runner.shell("exec sleep 600").withLimits(SHORT)));
        List<String> answers = List.of(
                TestRunner.text(runner.run(runner.shell("echo a"))), TestRunner.text(runner.run(runner.shell("ls"))));
        assertThat(answers).containsExactly("a\n", "");
    }
}
