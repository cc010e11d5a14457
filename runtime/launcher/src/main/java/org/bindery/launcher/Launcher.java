package org.bindery.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bindery.launcher.SystemJars.SystemJar;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;

/** Runs Bindery from its first check to the end of the process. */
final class Launcher {

    private static final Duration ARCHIVE_DELAY = Duration.ofSeconds(10);

    private final Distribution distribution;
    private final Home home;
    private final ProcessEnd end;

    Launcher(Distribution distribution, Home home, ProcessEnd end) {
        this.distribution = distribution;
        this.home = home;
        this.end = end;
    }

    /** Returns when the framework has stopped. */
    void run(Map<String, String> environment) throws InterruptedException, BundleException {
        Settings settings = SettingsReader.read(home.root(), settingsFiles(), environment);
        List<SystemJar> jars = SystemJars.of(distribution, settings.features());
        home.prepare(settings.deployDir());
        end.keep(HomeLock.acquire(home));
        end.forget(home.readyFile());
        PortCheck.check(settings);
        LogSetup.configure(home);
        Map<String, String> properties = FrameworkProperties.of(distribution, home, settings);
        FrameworkCache cache = new FrameworkCache(home.frameworkCache(), System.getProperty("java.class.path"));
        Framework framework = FrameworkStart.initialise(properties, cache);
        end.stop(new Stop(framework, settings.stopTimeout(), System.err), cache);
        start(framework, settings, jars);
        recordArchive(settings);
        awaitStop(framework);
    }

    private List<Path> settingsFiles() {
        return List.of(
                distribution.etc().resolve("bindery.properties"), home.etc().resolve("bindery.properties"));
    }

    private void start(Framework framework, Settings settings, List<SystemJar> jars)
            throws BundleException, InterruptedException {
        BundleContext context = framework.getBundleContext();
        new LogBridge(context).open();
        ReadyWatch watch = new ReadyWatch(context);
        settings.rootPassword().ifPresent(password -> offer(context, password));
        watch.expect(FrameworkStart.install(context, jars));
        framework.start();
        Readiness readiness = new Readiness(settings, home, context);
        if (!watch.await(settings.readyTimeout())) {
            throw readiness.failure(watch);
        }
        readiness.announce(System.out);
    }

    private void recordArchive(Settings settings) {
        String file = System.getProperty("bindery.archive");
        if (settings.startArchive() && file != null) {
            StartArchive archive = new StartArchive(Path.of(file));
            ArchiveRecorder recorder =
                    new ArchiveRecorder(archive, distribution, home, settings.features(), ARCHIVE_DELAY);
            end.keep(recorder);
            recorder.start();
        }
    }

    /** A service instead of a framework property: properties are shown by the console to whoever may see it. */
    private static void offer(BundleContext context, Secret password) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("bindery.secret", Setting.ROOT_PASSWORD.key());
        context.registerService(Supplier.class, password, properties);
    }

    /** A restart from the console stops the framework and starts it again in the same process. */
    private static void awaitStop(Framework framework) throws InterruptedException {
        FrameworkEvent event = framework.waitForStop(0);
        while (event.getType() == FrameworkEvent.STOPPED_UPDATE) {
            event = framework.waitForStop(0);
        }
    }
}
