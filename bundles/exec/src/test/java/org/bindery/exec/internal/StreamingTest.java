package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bindery.exec.Failure;
import org.bindery.exec.HeldBackOutput;
import org.bindery.exec.ProgramRequest;
import org.bindery.exec.ProgramResult;
import org.bindery.exec.ResponseHead;
import org.bindery.exec.ResponseTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that are handed on while they are written: {@link ResultOutput} over {@link HeldBackOutput}. */
class StreamingTest {

    private static final class Client implements ResponseTarget {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private ResponseHead head;

        @Override
        public OutputStream begin(ResponseHead begun) {
            head = begun;
            return bytes;
        }
    }

    @TempDir
    private Path folder;

    private TestRunner runner;
    private final Client client = new Client();

    @BeforeEach
    void start() {
        runner = new TestRunner(folder);
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private ProgramResult stream(String line) {
        return runner.runner.stream(runner.shell(line), client);
    }

    @Test
    void aResultThatFitsIsHeldBackWhole() {
        ProgramResult result = stream("head -c 4096 /dev/zero");
        assertThat(TestRunner.text(result)).hasSize(4096);
        assertThat(client.head).isNull();
        assertThat(result.report().begun()).isFalse();
    }

    @Test
    void aLongerResultIsStreamed() {
        ProgramResult result = stream("head -c 1000000 /dev/zero");
        assertThat(TestRunner.text(result)).isEmpty();
        assertThat(client.head).isEqualTo(ResponseHead.PLAIN);
        assertThat(client.bytes.size()).isEqualTo(1_000_000);
        assertThat(result.report().begun()).isTrue();
        assertThat(result.report().outputBytes()).isEqualTo(1_000_000);
    }

    @Test
    void aFailureAfterTheBeginningIsTold() {
        ProgramResult result = stream("head -c 47890 /dev/zero; exit 1");
        assertThat(TestRunner.failed(result).failure().kind()).isEqualTo(Failure.Kind.EXIT_CODE);
        assertThat(result.report().begun()).isTrue();
    }

    @Test
    void aFailureBeforeItLeavesTheClientUntouched() {
        assertThat(stream("echo '{\"code\":\"a.b\"}'; exit 1")).isInstanceOf(ProgramResult.Refused.class);
        assertThat(client.head).isNull();
    }

    @Test
    void bytesReachTheClientWhileTheProgramRuns() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        ResponseTarget target = head -> new OutputStream() {
            @Override
            public void write(int b) {
                arrived.countDown();
            }
        };
        Path go = folder.resolve("go");
        ProgramRequest request =
                runner.shell("head -c 5000 /dev/zero; while ! test -e " + go + "; do sleep 0.02; done");
        CompletableFuture<ProgramResult> result =
                CompletableFuture.supplyAsync(() -> runner.runner.stream(request, target));
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(result).isNotDone();
        Files.createFile(go);
        assertThat(TestRunner.text(result.get(60, TimeUnit.SECONDS))).isEmpty();
    }

    @Test
    void aSlowClientMayTakeItsTimeAfterTheProgramHasEnded() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        ResponseTarget slow = head -> new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("written in pieces only");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                awaitOrFail(goOn);
                taken.write(bytes, offset, length);
            }
        };
        Path ended = folder.resolve("ended");
        ProgramRequest request = runner.shell("head -c 60000 /dev/zero; touch " + ended);
        CompletableFuture<ProgramResult> result =
                CompletableFuture.supplyAsync(() -> runner.runner.stream(request, slow));
        // The drain limit of the test is 300 ms; the client is slower than that.
        assertThat(result.copy().completeOnTimeout(null, 1, TimeUnit.SECONDS).get())
                .isNull();
        goOn.countDown();
        assertThat(TestRunner.text(result.get(60, TimeUnit.SECONDS))).isEmpty();
        assertThat(taken.size()).isEqualTo(60_000);
    }

    private static void awaitOrFail(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("nobody said go on");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
