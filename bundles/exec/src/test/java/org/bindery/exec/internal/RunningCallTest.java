package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bindery.exec.Failure;
import org.junit.jupiter.api.Test;

/** {@link RunningCall}, {@link CommandRun} and the small parts that carry bytes: {@link Pump}, {@link StdinFeed}. */
class RunningCallTest {

    private final AtomicReference<IOException> told = new AtomicReference<>();

    @Test
    void theFirstFailureCounts() {
        RunningCall call = new RunningCall("shelf");
        assertThat(call.failure()).isEmpty();
        call.fail(Failure.Kind.TIMEOUT, "first", "remedy");
        call.fail(Failure.Kind.INPUT, "second", "remedy");
        assertThat(call.failure()).contains(new Failure(Failure.Kind.TIMEOUT, "shelf: first", "remedy"));
    }

    @Test
    void aProgramThatStartsAfterTheFailureIsKilledAtOnce() throws CallFailedException {
        RunningCall call = new RunningCall("shelf");
        call.fail(Failure.Kind.STOPPED, "stopped", "remedy");
        RunnerThreads threads = new RunnerThreads();
        CommandRun run = new CommandRun(
                new ColdLauncher(Optional.empty(), 1_000_000),
                threads,
                new Leftovers(threads, Duration.ofMillis(1)),
                300_000_000);
        LaunchSpec spec = new LaunchSpec(
                List.of("/bin/sleep", "600"), Map.of(LaunchSpec.MARK, Tokens.random()), Path.of("/"), Optional.empty());
        StderrTail stderr = new StderrTail(new StderrTail.Limits(1, 1, 1), line -> {});
        int exitCode = run.run(
                call,
                spec,
                new CommandRun.Streams(Optional.empty(), new SideOutput(), stderr),
                Deadline.in(Duration.ofSeconds(60)));
        assertThat(exitCode).isNotZero();
        threads.end(Duration.ofSeconds(60));
    }

    @Test
    void aPumpEndsWithItsSourceOrWithItsSink() throws InterruptedException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        byte[] bytes = new byte[100_000];
        Pump whole = new Pump(new ByteArrayInputStream(bytes), sink::write, told::set);
        whole.run();
        assertThat(whole.awaitEnd(0)).isTrue();
        assertThat(whole.isReading()).isFalse();
        assertThat(sink.size()).isEqualTo(100_000);
        Pump refused = new Pump(
                new ByteArrayInputStream(bytes),
                (b, offset, length) -> {
                    throw new OutputTooLongException(5);
                },
                told::set);
        refused.run();
        assertThat(told.get())
                .isInstanceOfSatisfying(
                        OutputTooLongException.class, e -> assertThat(e.limit()).isEqualTo(5));
    }

    @Test
    void aSinkThatThrowsAnythingEndsThePump() {
        new Pump(
                        new ByteArrayInputStream(new byte[1]),
                        (b, offset, length) -> {
                            throw new IllegalStateException("closed");
                        },
                        told::set)
                .run();
        assertThat(told.get()).hasMessageContaining("closed");
    }

    @Test
    void theFeedEndsStdinAndToleratesAProgramThatStopsReading() {
        ByteArrayOutputStream stdin = new ByteArrayOutputStream();
        byte[] input = "tea".getBytes(StandardCharsets.UTF_8);
        new StdinFeed(() -> new ByteArrayInputStream(input), stdin, told::set).run();
        assertThat(stdin.toString(StandardCharsets.UTF_8)).isEqualTo("tea");
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        new StdinFeed(() -> new ByteArrayInputStream(input), closed, told::set).run();
        assertThat(told.get()).isNull();
        new StdinFeed(
                        () -> new FilterInputStream(InputStream.nullInputStream()) {
                            @Override
                            public int read(byte[] bytes, int offset, int length) throws IOException {
                                throw new IOException("half");
                            }
                        },
                        stdin,
                        told::set)
                .run();
        assertThat(told.get()).hasMessage("half");
    }

    @Test
    void headersOfTheConnectionAndSecretsAreNotCopied() {
        Map<String, List<String>> copied = CopiedHeaders.of(
                Map.of(
                        "Host", List.of("a"),
                        "AUTHORIZATION", List.of("b"),
                        "Transfer-Encoding", List.of("chunked"),
                        "x-status", List.of("418"),
                        "Set-Cookie", List.of("c", "d")),
                "X-Status");
        assertThat(copied).isEqualTo(Map.of("Set-Cookie", List.of("c", "d")));
    }

    @Test
    void aDeadlineMayBeFarAway() {
        assertThat(Deadline.in(Duration.ofDays(400_000)).passed()).isFalse();
        assertThat(Deadline.in(Duration.ZERO).passed()).isTrue();
        assertThat(Deadline.in(Duration.ZERO).left()).isZero();
    }
}
