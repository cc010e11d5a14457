package org.bindery.deploy.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Goes into the jars of tests: does not start. */
public final class FailingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("The shelf is broken");
    }

    @Override
    public void stop(BundleContext context) {
        // was never started
    }
}
