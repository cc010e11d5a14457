package org.bindery.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A framework inside the test's own process. */
final class TestFramework implements AutoCloseable {

    private static final long LIMIT_MILLIS = 30_000;

    final Framework framework;

    TestFramework(Path cache) {
        Map<String, String> properties = new TreeMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "30");
        framework = FrameworkStart.initialise(properties, new FrameworkCache(cache, "test"));
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(LIMIT_MILLIS);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
