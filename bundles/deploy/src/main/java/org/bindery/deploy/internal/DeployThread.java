package org.bindery.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindery.deploy.internal.bundle.PluginSwitch;
import org.bindery.hub.plugin.PluginGate.Closing;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that deploys: woken by the file system, by other bundles, by a file that should rest by now. */
final class DeployThread {

    private static final Logger LOG = LoggerFactory.getLogger(DeployThread.class);
    private static final long STOP_MILLIS = 5_000;
    private static final String NOT_READ_YET = "The plugins of the deploy folder are being started.";

    private final Path folder;
    private final PluginSwitch plugins;
    private final DeployPass pass;
    private final BundleContext context;
    private final Duration rescan;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean bundlesChanged = new AtomicBoolean();
    private final BundleListener bundles = this::bundleChanged;
    private volatile Optional<String> problem = Optional.of(NOT_READ_YET);
    private volatile boolean stopped;
    private Thread thread;

    DeployThread(Path folder, PluginSwitch plugins, DeployPass pass, BundleContext context, Duration rescan) {
        this.plugins = plugins;
        this.folder = folder;
        this.pass = pass;
        this.context = context;
        this.rescan = rescan;
    }

    /** @param untilFirstPass opened when the folder has been read for the first time */
    void start(Closing untilFirstPass) {
        context.addBundleListener(bundles);
        thread = new Thread(() -> run(untilFirstPass), "bindery-deploy");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped = true;
        context.removeBundleListener(bundles);
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why the plugins are not all there yet; empty when they are. */
    Optional<String> problem() {
        return problem;
    }

    private void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.RESOLVED || event.getType() == BundleEvent.UNINSTALLED) {
            bundlesChanged.set(true);
            wake.release();
        }
    }

    private void run(Closing untilFirstPass) {
        try {
            plugins.removeLeftovers();
            while (!stopped && !firstPass()) {
                await(rescan);
            }
            untilFirstPass.close();
            watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            untilFirstPass.close();
        }
    }

    /** Keeps trying: a folder that cannot be made or read is the admin's to mend, without a restart. */
    private boolean firstPass() {
        try {
            Files.createDirectories(folder);
            pass.run(false);
            problem = Optional.empty();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("The deploy folder {} cannot be read", folder, e);
            problem = Optional.of("The deploy folder " + folder + " cannot be read: " + e
                    + ". Create it, make it readable for Bindery's user, or set BINDERY_DEPLOY_DIR.");
            return false;
        }
    }

    private void watch() throws InterruptedException {
        try (FolderWatch watch = new FolderWatch(folder, wake::release)) {
            Duration next = Duration.ZERO;
            while (!stopped) {
                await(next);
                next = onePass(watch);
            }
        } catch (IOException e) {
            LOG.error("The deploy folder {} sends no events; it is read every {} ms", folder, rescan.toMillis(), e);
            while (!stopped) {
                await(rescan);
                onePass(null);
            }
        }
    }

    private Duration onePass(FolderWatch watch) {
        try {
            if (watch != null) {
                watch.renew();
            }
            return pass.run(bundlesChanged.getAndSet(false))
                    .filter(next -> next.compareTo(rescan) < 0)
                    .orElse(rescan);
        } catch (IOException | RuntimeException e) {
            // The plugins stay as they are: an unreadable folder is no wish to remove them.
            LOG.error("The deploy folder {} could not be read; all plugins stay", folder, e);
            return rescan;
        }
    }

    private void await(Duration limit) throws InterruptedException {
        if (wake.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
