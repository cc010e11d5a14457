package org.bindery.hub.internal.plugin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.plugin.PluginGate;

/**
 * One turnstile for the chain of steps and one for each plugin's endpoints. Any swap shuts the chain, as DS takes a
 * plugin's services away one by one and a save in between would run with some of its steps only.
 */
final class Gates implements PluginGate {

    /** Longer than any park: whoever closes a gate opens it, this is for the case that it dies. */
    private static final Duration NEVER = Duration.ofDays(1);

    private final Duration park;
    private final Turnstile chain = new Turnstile();
    private final Map<String, Turnstile> endpoints = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Gates(Duration park) {
        this.park = park;
    }

    @Override
    public Pass enterChain() {
        return chain.enter(stopping ? Duration.ZERO : park).orElseThrow(() -> notOpened("the save pipeline"));
    }

    @Override
    public Pass enter(String plugin) {
        Turnstile turnstile = endpoints.get(plugin);
        // Names come from URLs: an unknown one must not make an entry.
        return turnstile == null
                ? () -> {}
                : turnstile.enter(stopping ? Duration.ZERO : park).orElseThrow(() -> notOpened("plugin " + plugin));
    }

    @Override
    public Closing close(String plugin, Duration wait) {
        Object holder = new Object();
        boolean drained = shut(plugin, holder, NEVER, wait);
        return new Closing() {
            @Override
            public boolean drained() {
                return drained;
            }

            @Override
            public void close() {
                release(plugin, holder);
            }
        };
    }

    /**
     * Shuts a plugin and the chain and waits for running calls. Endpoints first, while the chain is still open: an
     * endpoint that saves something would else wait for the chain and the chain for it.
     */
    boolean shut(String plugin, Object holder, Duration atMost, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        know(plugin).hold(holder, atMost);
        boolean endpointsDrained = know(plugin).drain(wait);
        chain.hold(holder, atMost);
        Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return chain.drain(rest) && endpointsDrained;
    }

    /** Shuts the chain, for a plugin whose steps are about to come, without waiting for running saves. */
    void shutChain(Object holder, Duration atMost) {
        chain.hold(holder, atMost);
    }

    void release(String plugin, Object holder) {
        chain.release(holder);
        know(plugin).release(holder);
    }

    /** From now on whoever finds a gate shut is turned away at once: nothing will come back. */
    void stopping() {
        stopping = true;
    }

    /** Calls to a plugin are counted from here on. */
    Turnstile know(String plugin) {
        return endpoints.computeIfAbsent(plugin, name -> new Turnstile());
    }

    private ApiException notOpened(String what) {
        if (stopping) {
            return new ApiException(ApiError.of("ServerStopping", 503, "Bindery is stopping")
                    .text("de-DE", "Bindery wird beendet")
                    .describedBy("Send the request again when Bindery runs again."));
        }
        return new ApiException(
                ApiError.of("PluginSwapTimeout", 503, "An update of a plugin did not end in " + park.toMillis() + " ms")
                        .text("de-DE", "Ein Plugin wird seit über " + park.toMillis() + " ms aktualisiert")
                        .parameter("waited_for", what)
                        .parameter("millis", park.toMillis())
                        .describedBy("Nothing was changed. Send the request again; if this stays, look at the states in"
                                + " GET /api/v1/bindery/plugins."));
    }
}
