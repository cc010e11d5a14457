package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bindery.exec.CallContext;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many {@link Calls} at once, and calls in calls. */
@Timeout(300)
class CallsTest {

    @TempDir
    private Path folder;

    @Test
    void aHundredCallsThatEachLeadToAnotherEndWithTwoPlaces() throws Exception {
        try (TestRunner runner = new TestRunner(folder, Map.of("groups.slow", "2"))) {
            runner.file("inner.sh", "echo inner");
            runner.file("outer.sh", "exec curl -s --max-time 100 $1");
            HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            ExecutorService threads = Executors.newCachedThreadPool();
            try {
                api.setExecutor(threads);
                api.createContext("/", exchange -> {
                    ProgramRequest inner = runner.request("exec", ProgramCommand.of("sh", "inner.sh"))
                            .withContext(CallContext.interactive().nested());
                    byte[] answer = TestRunner.text(runner.run(inner)).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
                api.start();
                String url = "http://127.0.0.1:" + api.getAddress().getPort() + "/";
                List<CompletableFuture<ProgramResult>> results = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    results.add(CompletableFuture.supplyAsync(
                            () -> runner.run(runner.request("exec", ProgramCommand.of("sh", "outer.sh", url))),
                            threads));
                }
                for (CompletableFuture<ProgramResult> result : results) {
                    assertThat(TestRunner.text(result.get(200, TimeUnit.SECONDS)))
                            .isEqualTo("inner\n");
                }
            } finally {
                api.stop(0);
                threads.shutdownNow();
            }
        }
    }

    @Test
    void whoFindsNoPlaceInTimeIsToldWhy() throws Exception {
        RunnerSettings impatient = TestRunner.settings(Duration.ofMillis(1));
        try (TestRunner runner = new TestRunner(folder, Map.of("groups.slow", 1), impatient)) {
            CountDownLatch runs = new CountDownLatch(1);
            ProgramRequest holding =
                    runner.shell("echo up >&2; exec sleep 600").withDiagnostics(line -> runs.countDown());
            CompletableFuture<ProgramResult> held = CompletableFuture.supplyAsync(() -> runner.run(holding));
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
            Failure failure =
                    TestRunner.failed(runner.run(runner.shell("echo"))).failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.BUSY);
            assertThat(failure.cause()).contains("shelf:db_pre_save", "group slow", "1 of 1 running");
            assertThat(held).isNotDone();
        }
    }

    @Test
    void callsThatStandTooDeepAreRefused() {
        try (TestRunner runner = new TestRunner(folder)) {
            ProgramRequest deep =
                    runner.shell("echo").withContext(new CallContext(CallContext.Priority.INTERACTIVE, 9));
            assertThat(TestRunner.failed(runner.run(deep)).failure().kind()).isEqualTo(Failure.Kind.TOO_DEEP);
        }
    }

    @Test
    void aScratchFolderThatCannotBeMadeIsAFailureWithItsName() throws IOException {
        Files.createFile(folder.resolve("scratch"));
        try (TestRunner runner = new TestRunner(folder)) {
            Failure failure =
                    TestRunner.failed(runner.run(runner.shell("echo"))).failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_STARTED);
            assertThat(failure.remedy()).contains("scratch.dir");
        }
    }
}
