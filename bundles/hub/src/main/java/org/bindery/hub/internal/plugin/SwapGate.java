package org.bindery.hub.internal.plugin;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bindery.hub.plugin.PluginBundles;
import org.bindery.hub.plugin.PluginGate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The gate as a service, shut by the life of plugin bundles whoever moves them: the deploy folder, the web console, a
 * refresh. The hook hears of a stop before DS and the whiteboard do; the listener hears of a start after both.
 */
@Component(
        service = {PluginGate.class, EventHook.class},
        immediate = true,
        configurationPid = "org.bindery.gate")
public final class SwapGate implements PluginGate, EventHook, BundleListener {

    /**
     * How long things wait. The park must outlast drain and hold together, and the longest wait of the deploy folder for
     * running calls, else parked calls fail in a slow swap.
     */
    public @interface Settings {
        String PREFIX_ = "bindery.gate.";

        /** @return milliseconds a stopping plugin waits for its running calls */
        long drain_millis() default 4_000;

        /** @return milliseconds a new call waits at a closed gate */
        long park_millis() default 45_000;

        /** @return milliseconds a plugin that stopped has to start again before the gate opens without it */
        long hold_millis() default 5_000;
    }

    private final BundleContext context;
    private final Gates gates;
    private final Duration drain;
    private final Duration hold;
    /** Names by bundle id: an uninstalled bundle has forgotten its own. */
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    private volatile long stopEnd;

    @Activate
    public SwapGate(BundleContext context, Settings settings) {
        this.context = context;
        this.gates = new Gates(Duration.ofMillis(settings.park_millis()));
        this.drain = Duration.ofMillis(settings.drain_millis());
        this.hold = Duration.ofMillis(settings.hold_millis());
        for (Bundle bundle : context.getBundles()) {
            if (PluginBundles.isPlugin(bundle)) {
                gates.know(name(bundle));
            }
        }
        context.addBundleListener(this);
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(this);
    }

    @Override
    public Pass enterChain() {
        return gates.enterChain();
    }

    @Override
    public Pass enter(String plugin) {
        return gates.enter(plugin);
    }

    @Override
    public Closing close(String plugin, Duration wait) {
        return gates.close(plugin, wait);
    }

    /** Comes in the thread that moves the bundle, before any listener. */
    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        if (!PluginBundles.isPlugin(event.getBundle())) {
            return;
        }
        String plugin = name(event.getBundle());
        if (event.getType() == BundleEvent.STARTING) {
            gates.know(plugin);
            gates.shutChain(plugin, hold);
        } else if (event.getType() == BundleEvent.STOPPING) {
            gates.shut(plugin, plugin, drain.plus(hold), drainNow());
        }
    }

    /** Comes in the framework's event thread, after DS has published or withdrawn the services. */
    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (!PluginBundles.isPlugin(bundle)) {
            return;
        }
        boolean settled = event.getType() == BundleEvent.STARTED
                || event.getType() == BundleEvent.UNINSTALLED
                || (event.getType() == BundleEvent.STOPPED && !startsAgain(bundle));
        if (settled) {
            String plugin = name(bundle);
            gates.release(plugin, plugin);
        }
        if (event.getType() == BundleEvent.UNINSTALLED) {
            names.remove(bundle.getBundleId());
        }
    }

    private String name(Bundle bundle) {
        return names.computeIfAbsent(bundle.getBundleId(), id -> PluginBundles.nameOf(bundle));
    }

    /** An update or refresh stops a bundle but leaves its wish to run; only a stop by hand takes the wish away. */
    private boolean startsAgain(Bundle bundle) {
        if (frameworkStops()) {
            return true;
        }
        try {
            BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
            return level != null && level.isPersistentlyStarted();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Uninstalled since the event was sent; the event of that comes next.
            return false;
        }
    }

    /** All plugins share one drain when the framework stops, so that a hung call delays the end once only. */
    private Duration drainNow() {
        if (!frameworkStops()) {
            return drain;
        }
        if (stopEnd == 0) {
            stopEnd = System.nanoTime() + drain.toNanos();
            gates.stopping();
        }
        return Duration.ofNanos(Math.max(0, stopEnd - System.nanoTime()));
    }

    private boolean frameworkStops() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STOPPING;
    }
}
