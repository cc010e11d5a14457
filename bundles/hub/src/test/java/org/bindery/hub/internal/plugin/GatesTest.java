package org.bindery.hub.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.api.error.ApiException;
import org.bindery.hub.plugin.PluginGate.Closing;
import org.bindery.hub.plugin.PluginGate.Pass;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Gates gates = new Gates(Duration.ofMillis(20));

    @Test
    void a_swap_shuts_the_chain_and_the_plugins_endpoints_but_no_other_plugin() {
        gates.know("shelf");
        gates.know("other");
        try (Closing closing = gates.close("shelf", LONG)) {
            assertThat(closing.drained()).isTrue();
            assertThatThrownBy(gates::enterChain).isInstanceOf(ApiException.class);
            assertThatThrownBy(() -> gates.enter("shelf")).isInstanceOf(ApiException.class);
            gates.enter("other").close();
        }
        gates.enterChain().close();
        gates.enter("shelf").close();
    }

    @Test
    void a_call_that_waited_too_long_gets_503_with_what_to_do() {
        try (Closing closing = gates.close("shelf", LONG)) {
            assertThat(closing.drained()).isTrue();
            assertThatThrownBy(gates::enterChain).isInstanceOfSatisfying(ApiException.class, e -> {
                assertThat(e.error().code()).isEqualTo("PluginSwapTimeout");
                assertThat(e.error().statuscode()).isEqualTo(503);
                assertThat(e.error().description()).contains("again");
            });
        }
    }

    @Test
    void while_stopping_a_shut_gate_says_so_at_once() {
        gates.stopping();
        try (Closing closing = gates.close("shelf", LONG)) {
            assertThat(closing.drained()).isTrue();
            assertThatThrownBy(gates::enterChain)
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            e -> assertThat(e.error().code()).isEqualTo("ServerStopping"));
        }
    }

    @Test
    void names_of_unknown_plugins_leave_nothing_behind_and_are_let_through() {
        gates.enter("made-up").close();
        assertThat(gates.know("made-up").running()).isZero();
    }

    @Test
    void closing_says_when_calls_were_still_running() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        Pass save = other.submit(gates::enterChain).get(20, TimeUnit.SECONDS);
        try (Closing closing = gates.close("shelf", Duration.ofMillis(5))) {
            assertThat(closing.drained()).isFalse();
        } finally {
            save.close();
            other.shutdownNow();
        }
    }

    @Test
    void an_endpoint_that_saves_is_not_cut_off_by_the_swap_that_waits_for_it() throws Exception {
        Gates patient = new Gates(LONG);
        Turnstile endpoint = patient.know("shelf");
        ExecutorService pool = Executors.newCachedThreadPool();
        Pass call = patient.enter("shelf");
        Future<Closing> swap = pool.submit(() -> patient.close("shelf", LONG));
        pool.submit(() -> awaitShut(endpoint)).get(20, TimeUnit.SECONDS);

        pool.submit(() -> patient.enterChain().close()).get(20, TimeUnit.SECONDS);
        call.close();

        try (Closing closing = swap.get(20, TimeUnit.SECONDS)) {
            assertThat(closing.drained()).isTrue();
        }
        pool.shutdownNow();
    }

    private static void awaitShut(Turnstile turnstile) {
        while (turnstile.enter(Duration.ZERO).map(GatesTest::closed).isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static Pass closed(Pass pass) {
        pass.close();
        return pass;
    }

    @Test
    void no_save_runs_while_any_of_many_random_swaps_is_between_old_and_new() throws Exception {
        long seed = System.nanoTime();
        Gates patient = new Gates(LONG);
        AtomicInteger between = new AtomicInteger();
        AtomicInteger cut = new AtomicInteger();
        AtomicInteger saves = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<?>> savers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            savers.add(pool.submit(() -> {
                while (!done.get()) {
                    save(patient, between, cut);
                    saves.incrementAndGet();
                }
            }));
        }
        List<Future<?>> swappers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Random random = new Random(seed + i);
            swappers.add(pool.submit(() -> {
                for (int n = 0; n < 200; n++) {
                    swap(patient, "plugin-" + random.nextInt(4), between, cut);
                }
            }));
        }
        for (Future<?> swapper : swappers) {
            swapper.get(60, TimeUnit.SECONDS);
        }
        done.set(true);
        for (Future<?> saver : savers) {
            saver.get(60, TimeUnit.SECONDS);
        }
        pool.shutdownNow();
        assertThat(cut).as("saves cut by a swap, seed %d", seed).hasValue(0);
        assertThat(saves.get()).as("saves made between the swaps").isPositive();
    }

    /** A save with a save inside; wrong if a swap is under way at its begin or its end. */
    private static void save(Gates gates, AtomicInteger between, AtomicInteger cut) {
        try (Pass outer = gates.enterChain()) {
            int before = between.get();
            try (Pass inner = gates.enterChain()) {
                assertThat(inner).isNotSameAs(outer);
            }
            if (before != 0 || between.get() != 0) {
                cut.incrementAndGet();
            }
        }
    }

    private static void swap(Gates gates, String plugin, AtomicInteger between, AtomicInteger cut) {
        try (Closing closing = gates.close(plugin, LONG)) {
            between.incrementAndGet();
            if (!closing.drained()) {
                cut.incrementAndGet();
            }
            between.decrementAndGet();
        }
    }
}
