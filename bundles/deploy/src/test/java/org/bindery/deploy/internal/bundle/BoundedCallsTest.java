package org.bindery.deploy.internal.bundle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class BoundedCallsTest {

    @Test
    void a_call_that_hangs_is_given_up_and_the_next_one_runs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (BoundedCalls calls = new BoundedCalls(Duration.ofMillis(50))) {
            assertThatThrownBy(() -> calls.run("The start", () -> hang(never)))
                    .isInstanceOf(BundleException.class)
                    .hasMessage("The start did not end within 50 ms");
        }
        try (BoundedCalls calls = new BoundedCalls(Duration.ofSeconds(20))) {
            calls.run("The start", never::countDown);
        }
    }

    @Test
    void what_a_call_throws_comes_out_as_a_bundle_exception() {
        try (BoundedCalls calls = new BoundedCalls(Duration.ofSeconds(20))) {
            BundleException own = new BundleException("own");
            assertThatThrownBy(() -> calls.run("The start", () -> {
                        throw own;
                    }))
                    .isSameAs(own);
            assertThatThrownBy(() -> calls.run("The start", () -> {
                        throw new IllegalStateException("foreign");
                    }))
                    .isInstanceOf(BundleException.class)
                    .hasMessageContaining("foreign");
        }
    }

    private static void hang(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
