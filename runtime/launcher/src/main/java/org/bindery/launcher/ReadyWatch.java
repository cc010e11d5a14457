package org.bindery.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;

/**
 * Waits until Bindery says by itself that it is ready: a service {@code org.osgi.service.condition.Condition} with
 * {@code osgi.condition.id=bindery.ready}. Keeps the errors on the way, to name them if it never comes.
 */
final class ReadyWatch implements ServiceListener, FrameworkListener {

    static final String MARKER =
            "(&(objectClass=org.osgi.service.condition.Condition)(osgi.condition.id=bindery.ready))";

    private final CountDownLatch settled = new CountDownLatch(1);
    private final Map<Long, String> failures = new ConcurrentHashMap<>();
    private volatile boolean ready;
    private volatile List<Bundle> bundles = List.of();

    ReadyWatch(BundleContext context) {
        context.addFrameworkListener(this);
        try {
            context.addServiceListener(this, MARKER);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            ready = true;
            settled.countDown();
        }
    }

    /** The bundles without which there is no use in waiting. */
    void expect(List<Bundle> newBundles) {
        bundles = List.copyOf(newBundles);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() != null) {
            failures.put(event.getBundle().getBundleId(), Causes.of(event.getThrowable()));
        }
        // Events come in order: after this one no bundle of the distribution is still about to fail.
        if (event.getType() == FrameworkEvent.STARTED && bundles.stream().anyMatch(this::hasFailed)) {
            settled.countDown();
        }
    }

    /** True when ready within the limit; false earlier when a bundle has failed. */
    boolean await(Duration limit) throws InterruptedException {
        return settled.await(limit.toNanos(), TimeUnit.NANOSECONDS) && ready;
    }

    /** The expected bundles that do not run, with the reason the framework gave. */
    Map<String, String> inactive() {
        Map<String, String> inactive = new TreeMap<>();
        for (Bundle bundle : bundles) {
            if (!runs(bundle)) {
                String reason = failures.getOrDefault(bundle.getBundleId(), "no reason given");
                inactive.put(bundle.getSymbolicName() + " " + bundle.getVersion(), reason);
            }
        }
        return inactive;
    }

    private boolean hasFailed(Bundle bundle) {
        return failures.containsKey(bundle.getBundleId()) && !runs(bundle);
    }

    private static boolean runs(Bundle bundle) {
        String activation = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
        boolean lazy = activation != null && activation.startsWith(Constants.ACTIVATION_LAZY);
        return bundle.getState() == Bundle.ACTIVE
                || (lazy && bundle.getState() == Bundle.STARTING)
                || bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }
}
