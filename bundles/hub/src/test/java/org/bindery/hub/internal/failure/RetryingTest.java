package org.bindery.hub.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryingTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void work_is_repeated_until_it_succeeds() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Retrying retrying = new Retrying("test-retrying", Duration.ofMillis(1), () -> {
            if (attempts.incrementAndGet() < 3) {
                throw StoreFailures.notLoaded("the world");
            }
            done.countDown();
        });
        assertThat(retrying.reason("It is early")).isEqualTo("It is early");
        retrying.start();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(attempts).hasValue(3);
        assertThat(retrying.reason("")).contains("the world");
    }

    @Test
    void damaged_data_is_a_reason_to_show_not_the_end() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(2);
        Retrying retrying = new Retrying("test-retrying", Duration.ofMillis(1), () -> {
            failed.countDown();
            throw new IllegalStateException("This document is damaged");
        });
        retrying.start();
        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        retrying.stop();
        assertThat(retrying.reason("")).isEqualTo("This document is damaged");
    }

    @Test
    void stopped_before_it_began_it_has_nothing_to_stop() {
        Retrying retrying = new Retrying("test-retrying", Duration.ofMillis(1), attempts::incrementAndGet);
        retrying.stop();
        assertThat(attempts).hasValue(0);
    }
}
