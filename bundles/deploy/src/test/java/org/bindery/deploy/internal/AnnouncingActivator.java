package org.bindery.deploy.internal;

import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Goes into the jars of tests: publishes a service that names the bundle and its version. */
public final class AnnouncingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("announces", context.getBundle().getSymbolicName());
        properties.put("version", context.getBundle().getVersion().toString());
        context.registerService(Runnable.class, () -> {}, properties);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework withdraws the service
    }
}
