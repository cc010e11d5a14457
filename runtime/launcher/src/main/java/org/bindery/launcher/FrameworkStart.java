package org.bindery.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.bindery.launcher.SystemJars.SystemJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the framework and installs the bundles of the distribution in it. */
final class FrameworkStart {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkStart.class);

    private FrameworkStart() {}

    /** An initialised framework: its context can register services before any bundle runs. */
    static Framework initialise(Map<String, String> properties, FrameworkCache cache) {
        cache.open();
        try {
            return init(properties);
        } catch (BundleException e) {
            cache.rebuild(Causes.of(e));
        }
        try {
            return init(properties);
        } catch (BundleException e) {
            String sentence = "The framework cannot use its cache " + cache.folder() + " (" + Causes.of(e)
                    + "); delete that folder and start again.";
            throw new LaunchFailure(ExitCode.UNEXPECTED, sentence, e);
        }
    }

    /** Makes the framework hold these jars and no others: plugins of the last run come back from the deploy folder. */
    static List<Bundle> install(BundleContext context, List<SystemJar> jars) {
        Map<String, Bundle> present = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            present.put(bundle.getLocation(), bundle);
        }
        present.remove(Constants.SYSTEM_BUNDLE_LOCATION);
        List<Bundle> bundles = new ArrayList<>();
        for (SystemJar jar : jars) {
            bundles.add(install(context, jar, present));
        }
        present.values().forEach(FrameworkStart::uninstall);
        return bundles;
    }

    private static Bundle install(BundleContext context, SystemJar jar, Map<String, Bundle> present) {
        try {
            // "reference:" uses the jar where it lies instead of copying it into the cache.
            String location = "reference:" + jar.file().toUri();
            Bundle known = present.remove(location);
            Bundle bundle = known == null ? context.installBundle(location) : known;
            BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
            if (level.getStartLevel() != jar.startLevel()) {
                level.setStartLevel(jar.startLevel());
            }
            start(bundle);
            return bundle;
        } catch (BundleException e) {
            String sentence = "The bundle " + jar.file() + " cannot be installed (" + Causes.of(e)
                    + "); unpack the distribution again over this folder.";
            throw new LaunchFailure(ExitCode.DAMAGED_INSTALLATION, sentence, e);
        }
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.warn("The bundle {} of the last run remains.", bundle, e);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
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
}
