package org.bindery.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.bindery.launcher.SystemJars.SystemJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the framework and installs the bundles of the distribution in it. */
final class FrameworkStart {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkStart.class);

    private FrameworkStart() {}

    /** An initialised framework: its context can register services before any bundle runs. */
    static Framework initialise(Map<String, String> properties, Path cache) {
        wipeUnlessFolder(cache);
        try {
            return init(properties);
        } catch (BundleException e) {
            wipe(cache, Causes.of(e));
        }
        try {
            return init(properties);
        } catch (BundleException e) {
            String sentence = "The framework cannot use its cache " + cache + " (" + Causes.of(e)
                    + "); delete that folder and start again.";
            throw new LaunchFailure(ExitCode.UNEXPECTED, sentence, e);
        }
    }

    static List<Bundle> install(BundleContext context, List<SystemJar> jars) {
        List<Bundle> bundles = new ArrayList<>();
        for (SystemJar jar : jars) {
            try {
                // "reference:" uses the jar where it lies instead of copying it into the cache at each start.
                Bundle bundle = context.installBundle("reference:" + jar.file().toUri());
                bundle.adapt(BundleStartLevel.class).setStartLevel(jar.startLevel());
                start(bundle);
                bundles.add(bundle);
            } catch (BundleException e) {
                String sentence = "The bundle " + jar.file() + " cannot be installed (" + Causes.of(e)
                        + "); unpack the distribution again over this folder.";
                throw new LaunchFailure(ExitCode.DAMAGED_INSTALLATION, sentence, e);
            }
        }
        return bundles;
    }

    private static void start(Bundle bundle) throws BundleException {
        boolean fragment = bundle.getHeaders("").get("Fragment-Host") != null;
        if (!fragment) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    private static Framework init(Map<String, String> properties) throws BundleException {
        Map<String, Object> configuration = new HashMap<>(properties);
        configuration.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
        Framework framework = new FrameworkFactory().newFramework(configuration);
        framework.init();
        return framework;
    }

    private static void wipeUnlessFolder(Path cache) {
        if (Files.exists(cache) && !Files.isDirectory(cache)) {
            wipe(cache, "a file, not a folder");
        }
    }

    private static void wipe(Path cache, String reason) {
        LOG.warn("The framework cache {} was damaged ({}) and has been rebuilt.", cache, reason);
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            String sentence = "The damaged framework cache " + cache + " cannot be removed (" + Causes.of(e)
                    + "); delete it by hand and start again.";
            throw new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, e);
        }
    }
}
