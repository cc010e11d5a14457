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

    private final CountDownLatch ready = new CountDownLatch(1);
    private final Map<Long, String> failures = new ConcurrentHashMap<>();

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
            ready.countDown();
        }
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() != null) {
            failures.put(event.getBundle().getBundleId(), Causes.of(event.getThrowable()));
        }
    }

    boolean await(Duration limit) throws InterruptedException {
        return ready.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Those of the given bundles that do not run, with the reason the framework gave. */
    Map<String, String> inactive(List<Bundle> bundles) {
        Map<String, String> inactive = new TreeMap<>();
        for (Bundle bundle : bundles) {
            if (!runs(bundle)) {
                String reason = failures.getOrDefault(bundle.getBundleId(), "no reason given");
                inactive.put(bundle.getSymbolicName() + " " + bundle.getVersion(), reason);
            }
        }
        return inactive;
    }

    private static boolean runs(Bundle bundle) {
        String activation = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
        boolean lazy = activation != null && activation.startsWith(Constants.ACTIVATION_LAZY);
        return bundle.getState() == Bundle.ACTIVE
                || (lazy && bundle.getState() == Bundle.STARTING)
                || bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }
}
