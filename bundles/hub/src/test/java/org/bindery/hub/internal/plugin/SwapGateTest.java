package org.bindery.hub.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bindery.api.error.ApiException;
import org.bindery.hub.plugin.PluginGate.Pass;
import org.bindery.hub.plugin.TestFramework;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.bundle.EventHook;

class SwapGateTest {

    private static final Map<String, String> SHELF = Map.of("Bundle-SymbolicName", "shelf");

    @TempDir
    Path storage;

    private final ExecutorService others = Executors.newCachedThreadPool();
    private TestFramework framework;
    private SwapGate gate;
    private Bundle plugin;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(storage);
        gate = new SwapGate(framework.context(), new Millis(400, 20_000, 20_000));
        framework.context().registerService(EventHook.class, gate, null);
        plugin = framework.install("bindery-plugin:shelf.jar#1", SHELF);
        plugin.start();
        enteredAndLeft();
    }

    @AfterEach
    void stop() throws Exception {
        gate.deactivate();
        framework.close();
        others.shutdownNow();
    }

    @Test
    void a_stop_waits_for_running_saves_before_anybody_else_hears_of_it() throws Exception {
        Pass save = others.submit(gate::enterChain).get(20, TimeUnit.SECONDS);
        CompletableFuture<Boolean> closedBeforeStop = new CompletableFuture<>();
        framework.context().addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPING) {
                closedBeforeStop.complete(runningSaves() == 0);
            }
        });
        // A thread of its own: the pool might take the one that holds the pass, and it would find every gate open.
        Thread waiting = new Thread(() -> {
            awaitShutChain();
            save.close();
        });
        waiting.start();

        plugin.stop();
        waiting.join();

        assertThat(closedBeforeStop.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_stop_goes_on_without_a_call_that_does_not_end() throws Exception {
        Pass hung = others.submit(() -> gate.enter("shelf")).get(20, TimeUnit.SECONDS);

        plugin.stop();

        assertThat(plugin.getState()).isEqualTo(Bundle.RESOLVED);
        hung.close();
    }

    @Test
    void a_stop_by_hand_opens_the_gate_without_the_plugin() throws Exception {
        plugin.stop();
        enteredAndLeft();
    }

    @Test
    void an_update_keeps_the_gate_shut_until_the_plugin_has_started_again() throws Exception {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        framework.context().addBundleListener(event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                stopped.complete(null);
            }
        });
        plugin.stop(Bundle.STOP_TRANSIENT);
        stopped.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> chainNow()).isInstanceOf(ApiException.class);

        plugin.start(Bundle.START_TRANSIENT);
        enteredAndLeft();
    }

    @Test
    void an_uninstalled_plugin_leaves_the_gate_open() throws Exception {
        plugin.uninstall();
        enteredAndLeft();
    }

    @Test
    void an_event_that_comes_after_the_plugin_was_uninstalled_does_no_harm() throws Exception {
        plugin.uninstall();

        gate.bundleChanged(new BundleEvent(BundleEvent.STOPPED, plugin));

        enteredAndLeft();
    }

    @Test
    void a_save_that_stops_a_plugin_does_not_wait_for_itself() throws Exception {
        SwapGate slow = new SwapGate(framework.context(), new Millis(60_000, 20_000, 20_000));
        framework.context().registerService(EventHook.class, slow, null);
        try (Pass save = slow.enterChain()) {
            plugin.stop();
            assertThat(save).isNotNull();
        }
        assertThat(plugin.getState()).isEqualTo(Bundle.RESOLVED);
        slow.deactivate();
    }

    @Test
    void a_bundle_of_bindery_itself_does_not_move_the_gate() throws Exception {
        Bundle own = framework.install("file:/system/own.jar", Map.of("Bundle-SymbolicName", "own"));
        own.start();
        own.stop(Bundle.STOP_TRANSIENT);

        gate.enterChain().close();
    }

    @Test
    void closing_by_name_reaches_the_same_gate() {
        gate.close("shelf", Duration.ZERO).close();
        gate.enter("shelf").close();
    }

    /** Waits, as the events that open the gate come in a thread of the framework. */
    private void enteredAndLeft() {
        gate.enterChain().close();
        gate.enter("shelf").close();
    }

    private int runningSaves() {
        return gate.close("probe", Duration.ZERO).drained() ? 0 : 1;
    }

    private void awaitShutChain() {
        while (true) {
            try {
                chainNow().close();
            } catch (ApiException e) {
                return;
            }
        }
    }

    /** Enters only if it need not wait: an interrupted thread does not park. */
    private Pass chainNow() {
        Thread.currentThread().interrupt();
        try {
            return gate.enterChain();
        } finally {
            Thread.interrupted();
        }
    }

    /** Settings with other limits than the defaults. */
    private record Millis(long drain_millis, long park_millis, long hold_millis) implements SwapGate.Settings {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SwapGate.Settings.class;
        }
    }
}
