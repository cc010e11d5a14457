package org.bindery.hub.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

/** Covers {@link CommittedModel}, the {@link ModelSource} of the hub. */
class CommittedModelTest {

    private final CommittedModel committed = new CommittedModel(Duration.ofMillis(20));
    private final DataModel first = new DataModel(1, List.of());
    private final DataModel second = new DataModel(2, List.of());

    @Test
    void until_it_is_loaded_and_after_it_is_forgotten_nothing_is_known() {
        assertThat(refusal(committed::current)).isEqualTo("NotReady");
        committed.load(first);
        assertThat(committed.current()).isSameAs(first);
        committed.forget();
        assertThat(committed.isLoaded()).isFalse();
    }

    @Test
    void a_write_checked_against_an_older_data_model_is_refused() {
        committed.load(first);
        assertThat(committed.<String>whileCurrent(first, () -> "written")).isEqualTo("written");
        committed.replace(() -> second);
        assertThat(refusal(() -> committed.whileCurrent(first, () -> "written")))
                .isEqualTo("SchemaChanged");
    }

    @Test
    void a_commit_waits_for_running_writes_but_not_for_ever() throws InterruptedException {
        committed.load(first);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread writer = new Thread(() -> committed.whileCurrent(first, () -> {
            writing.countDown();
            return awaitQuietly(end);
        }));
        writer.start();
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(refusal(() -> committed.replace(() -> second))).isEqualTo("SchemaBusy");
        end.countDown();
        writer.join(10_000);
        committed.replace(() -> second);
        assertThat(committed.current()).isSameAs(second);
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String refusal(Runnable call) {
        return catchThrowableOfType(ApiException.class, call::run).error().code();
    }
}
