package org.bindery.hub.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bindery.hub.plugin.PluginGate.Pass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Turnstile turnstile = new Turnstile();
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void an_open_turnstile_counts_calls_in_and_out() {
        Pass pass = turnstile.enter(SHORT).orElseThrow();
        assertThat(turnstile.running()).isEqualTo(1);

        pass.close();
        assertThat(turnstile.running()).isZero();
    }

    @Test
    void a_pass_counts_once_however_often_it_is_closed() {
        Pass pass = turnstile.enter(SHORT).orElseThrow();
        pass.close();
        pass.close();

        assertThat(turnstile.running()).isZero();
    }

    @Test
    void a_shut_turnstile_turns_a_call_away_when_its_limit_is_over() {
        turnstile.hold("swap", LONG);

        assertThat(turnstile.enter(SHORT)).isEmpty();
        assertThat(turnstile.running()).isZero();
    }

    @Test
    void a_parked_call_goes_on_when_the_last_holder_lets_go() throws Exception {
        turnstile.hold("first", LONG);
        turnstile.hold("second", LONG);
        Future<Optional<Pass>> parked = others.submit(() -> turnstile.enter(LONG));

        turnstile.release("first");
        assertThat(turnstile.enter(SHORT)).isEmpty();
        turnstile.release("second");

        assertThat(parked.get(20, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void a_hold_lapses_by_itself() {
        turnstile.hold("swap", SHORT);

        assertThat(turnstile.enter(LONG)).isPresent();
    }

    @Test
    void draining_waits_for_calls_of_other_threads() throws Exception {
        Pass pass = others.submit(() -> turnstile.enter(LONG).orElseThrow()).get(20, TimeUnit.SECONDS);
        turnstile.hold("swap", LONG);
        assertThat(turnstile.drain(SHORT)).isFalse();

        CompletableFuture<Void> end = CompletableFuture.runAsync(pass::close, others);
        assertThat(turnstile.drain(LONG)).isTrue();
        end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void draining_does_not_wait_for_the_thread_that_drains() {
        try (Pass pass = turnstile.enter(SHORT).orElseThrow()) {
            turnstile.hold("swap", LONG);

            assertThat(turnstile.drain(SHORT)).isTrue();
            assertThat(pass).isNotNull();
        }
    }

    @Test
    void a_call_inside_a_call_of_the_same_thread_enters_a_shut_turnstile() {
        try (Pass outer = turnstile.enter(SHORT).orElseThrow()) {
            turnstile.hold("swap", LONG);

            assertThat(turnstile.enter(SHORT)).isPresent();
            assertThat(outer).isNotNull();
        }
        assertThat(turnstile.running()).isZero();
    }

    @Test
    void a_detached_call_still_counts_but_frees_its_thread_for_calls_that_wait() {
        Pass pass = turnstile.enter(SHORT).orElseThrow();
        pass.detach();
        turnstile.hold("swap", LONG);

        assertThat(turnstile.enter(SHORT)).isEmpty();
        assertThat(turnstile.drain(SHORT)).isFalse();
        pass.close();
        assertThat(turnstile.drain(SHORT)).isTrue();
    }

    @Test
    void a_pass_closed_by_another_thread_no_longer_counts_as_held() throws Exception {
        Pass pass = turnstile.enter(SHORT).orElseThrow();
        others.submit(pass::close).get(20, TimeUnit.SECONDS);
        turnstile.hold("swap", LONG);

        assertThat(turnstile.running()).isZero();
        assertThat(turnstile.enter(SHORT)).isEmpty();
    }
}
