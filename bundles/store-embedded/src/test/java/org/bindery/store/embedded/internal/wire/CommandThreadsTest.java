package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandThreadsTest {

    private final CommandThreads threads = new CommandThreads(2);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        threads.close(Duration.ofSeconds(5));
    }

    @Test
    void areNamedDaemons() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        threads.execute(() -> thread.complete(Thread.currentThread()));
        assertThat(thread.get(5, TimeUnit.SECONDS).getName()).startsWith("bindery-store-command-");
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void refuseWhatNoThreadIsLeftForInsteadOfLettingItWaitBehindAnother() {
        threads.execute(this::waitForever);
        threads.execute(this::waitForever);
        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void interruptWhatRunsLongerThanTheLimit() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        threads.execute(() -> interrupted.complete(waitForever()));
        threads.close(Duration.ofMillis(1));
        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private boolean waitForever() {
        try {
            return !never.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
