package org.bindery.deploy.internal.bundle;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.bindery.deploy.internal.TestJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework for each test, in which versions of a plugin may stand side by side. */
abstract class BundleTests {

    @TempDir
    Path home;

    private Framework framework;

    @BeforeEach
    void startFramework() throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        home.resolve("cache").toString(),
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                        "felix.log.level",
                        "0"));
        framework.start();
        context().registerService(ResolverHookFactory.class, new OwnVersions(), null);
    }

    @AfterEach
    void stopFramework() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle install(String location, TestJar jar) throws BundleException {
        return context().installBundle(location, new ByteArrayInputStream(jar.bytes()));
    }
}
