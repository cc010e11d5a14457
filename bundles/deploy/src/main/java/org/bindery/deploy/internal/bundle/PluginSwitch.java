package org.bindery.deploy.internal.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bindery.deploy.internal.plan.Heal;
import org.bindery.deploy.internal.plan.Running;
import org.bindery.hub.plugin.PluginBundles;
import org.bindery.hub.plugin.PluginGate;
import org.bindery.hub.plugin.PluginGate.Closing;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves bundles: installs the new beside the old, proves that it resolves, and only then takes the old one's place,
 * behind a closed gate. Every step that fails leaves the old one running. Used by one thread.
 */
public final class PluginSwitch implements AutoCloseable {

    /**
     * How long things may take.
     *
     * @param drain one wait for running calls; between two of them new calls are let in
     * @param patience how long it goes on like that
     * @param lastDrain the wait after that, as long as a step may take, so that even slow calls end in peace
     * @param lifeCall one start or stop of a bundle
     */
    public record Limits(Duration drain, Duration patience, Duration lastDrain, Duration lifeCall) {}

    private static final Logger LOG = LoggerFactory.getLogger(PluginSwitch.class);
    /** Long enough for parked calls to get in. */
    private static final long BREATH_MILLIS = 200;

    private final BundleContext context;
    private final PluginGate gate;
    private final Limits limits;
    private final BoundedCalls calls;
    private final MissingNeeds needs;
    private final FrameworkWiring wiring;
    private final AtomicLong nonce = new AtomicLong(System.currentTimeMillis());

    /** @param context of the bundle whose start level plugins share, so that they stop before it */
    public PluginSwitch(BundleContext context, PluginGate gate, Limits limits) {
        this.context = context;
        this.gate = gate;
        this.limits = limits;
        this.calls = new BoundedCalls(limits.lifeCall());
        this.needs = new MissingNeeds(context);
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
    }

    /** Installs a bundle without starting it. The framework keeps its own copy of the content. */
    public Running install(String file, Path content, String hash) throws BundleException, IOException {
        String location = PluginBundles.LOCATION_PREFIX + file + "#" + Long.toString(nonce.incrementAndGet(), 36);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            Bundle bundle = context.installBundle(location, in);
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel());
            return new Running(
                    bundle.getBundleId(), PluginBundles.nameOf(bundle), PluginBundles.versionOf(bundle), hash);
        }
    }

    private int startLevel() {
        return Math.max(1, context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
    }

    /** @return true if the bundle is there and started */
    public boolean isRunning(Running running) {
        Bundle bundle = context.getBundle(running.bundleId());
        return bundle != null && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
    }

    /** @return true if the bundle was started and nobody stopped it, yet it does not run: a refresh took away a need */
    public boolean lostItsFeet(Running running) {
        Bundle bundle = context.getBundle(running.bundleId());
        boolean stopping = context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STOPPING;
        return bundle != null
                && !stopping
                && (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0
                && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    /** @return false if somebody else uninstalled the bundle */
    public boolean isInstalled(Running running) {
        return context.getBundle(running.bundleId()) != null;
    }

    /** Starts a plugin that nothing runs of. */
    public void start(Running candidate) throws CannotRunException {
        Bundle bundle = resolved(candidate);
        // Its services come one after another: no save may see half of its steps.
        try (Closing closing = gate.close(candidate.plugin(), Duration.ZERO)) {
            LOG.trace("Gate closed, drained: {}", closing.drained());
            startNow(bundle);
        }
    }

    /** Puts the candidate in the place of the old one. If it cannot run, the old one runs as before. */
    public void swap(Running old, Running candidate) throws CannotRunException {
        Bundle next = resolved(candidate);
        Bundle last = context.getBundle(old.bundleId());
        try (Closing closing = closeWhenQuiet(old.plugin())) {
            LOG.trace("Gate closed, drained: {}", closing.drained());
            stop(last, Bundle.STOP_TRANSIENT);
            startOrGoBack(next, last);
            boolean hasDependents = wiring.getDependencyClosure(List.of(last)).size() > 1;
            uninstall(last);
            if (hasDependents) {
                // They restart too; nobody should meet them in between.
                refresh(last);
                return;
            }
        }
        refresh(last);
    }

    private void startOrGoBack(Bundle next, Bundle last) throws CannotRunException {
        try {
            startNow(next);
        } catch (CannotRunException e) {
            stop(next, 0);
            try {
                calls.run("The start of " + last, () -> last.start(Bundle.START_ACTIVATION_POLICY));
            } catch (BundleException lost) {
                LOG.error("{} could not be started again after its update failed", last, lost);
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    /** Stops and uninstalls a plugin. */
    public void remove(Running running) {
        Bundle bundle = context.getBundle(running.bundleId());
        if (bundle == null) {
            return;
        }
        try (Closing closing = closeWhenQuiet(running.plugin())) {
            LOG.trace("Gate closed, drained: {}", closing.drained());
            stop(bundle, 0);
            uninstall(bundle);
            refresh(bundle);
        }
    }

    /** Uninstalls plugins that an earlier run of this component, or a cache that was kept, left behind. */
    public void removeLeftovers() {
        for (Bundle bundle : context.getBundles()) {
            if (PluginBundles.isPlugin(bundle)) {
                LOG.info("{} is removed and deployed anew from the deploy folder", bundle);
                stop(bundle, 0);
                uninstall(bundle);
                refresh(bundle);
            }
        }
    }

    /** Uninstalls a bundle that was never started. */
    public void discard(Running candidate) {
        Bundle bundle = context.getBundle(candidate.bundleId());
        if (bundle != null) {
            uninstall(bundle);
            refresh(bundle);
        }
    }

    private Bundle resolved(Running candidate) throws CannotRunException {
        Bundle bundle = context.getBundle(candidate.bundleId());
        if (bundle == null) {
            throw new CannotRunException("Somebody uninstalled it. Copy the file again.", Heal.BY_FILE);
        }
        if (!wiring.resolveBundles(List.of(bundle))) {
            throw new CannotRunException(needs.of(bundle), Heal.BY_BUNDLE);
        }
        return bundle;
    }

    private void startNow(Bundle bundle) throws CannotRunException {
        try {
            calls.run("The start", () -> bundle.start(Bundle.START_ACTIVATION_POLICY));
        } catch (BundleException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CannotRunException(
                    "It did not start: " + e.getMessage() + (cause == e ? "" : " (" + cause + ")")
                            + ". The log has the details; correct the plugin and copy it again.",
                    e);
        }
    }

    private void stop(Bundle bundle, int options) {
        try {
            calls.run("The stop of " + bundle, () -> bundle.stop(options));
        } catch (BundleException e) {
            LOG.warn("{} did not stop cleanly; going on", bundle, e);
        }
    }

    private void uninstall(Bundle bundle) {
        try {
            calls.run("The removal of " + bundle, bundle::uninstall);
        } catch (BundleException e) {
            LOG.warn("{} was not removed cleanly; going on", bundle, e);
        }
    }

    /**
     * Long calls end before the swap. At first the gate opens between two waits, so that a single slow call does not hold
     * up the others; if calls are slow all the time, that never ends, and they all wait once.
     */
    private Closing closeWhenQuiet(String plugin) {
        long end = System.nanoTime() + limits.patience().toNanos();
        Closing closing = gate.close(plugin, limits.drain());
        while (!closing.drained() && System.nanoTime() - end < 0 && breathe(closing)) {
            closing = gate.close(plugin, limits.drain());
        }
        if (!closing.drained() && breathe(closing)) {
            closing = gate.close(plugin, limits.lastDrain());
        }
        if (!closing.drained()) {
            LOG.warn("Plugin {} is swapped although calls still run in it", plugin);
        }
        return closing;
    }

    private static boolean breathe(Closing closing) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        closing.close();
        try {
            TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void refresh(Bundle bundle) {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(limits.lifeCall().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The framework still refreshes after the removal of {}", bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
