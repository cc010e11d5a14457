package org.bindery.deploy.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindery.deploy.internal.bundle.ComponentNeeds;
import org.bindery.deploy.internal.bundle.MissingNeeds;
import org.bindery.deploy.internal.bundle.OwnVersions;
import org.bindery.deploy.internal.bundle.PluginSwitch;
import org.bindery.deploy.internal.folder.FolderScan;
import org.bindery.deploy.internal.folder.JarCheck;
import org.bindery.deploy.internal.folder.Settling;
import org.bindery.deploy.internal.folder.Staging;
import org.bindery.deploy.internal.plan.Planner;
import org.bindery.hub.health.ReadinessCheck;
import org.bindery.hub.plugin.PluginBundles;
import org.bindery.hub.plugin.PluginCatalogue;
import org.bindery.hub.plugin.PluginGate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The deploy folder as a service: puts the parts together and runs them in a thread of its own. */
@Component(
        service = {PluginCatalogue.class, ReadinessCheck.class},
        immediate = true,
        configurationPid = "org.bindery.deploy")
public final class DeployFolder implements PluginCatalogue, ReadinessCheck {

    private final Catalogue catalogue;
    private final PluginSwitch bundles;
    private final DeployThread thread;
    private final ServiceRegistration<ResolverHookFactory> ownVersions;

    @Activate
    public DeployFolder(
            BundleContext context,
            DeploySettings settings,
            @Reference PluginGate gate,
            @Reference ServiceComponentRuntime components) {
        Ledger ledger = new Ledger();
        ChangeTimes times = new ChangeTimes();
        Path folder = folder(context);
        bundles = new PluginSwitch(context, gate, limits(settings));
        Staging staging = new Staging(context.getDataFile("staged").toPath(), settings.max_file_bytes());
        JarCheck check = new JarCheck(settings.max_entries(), settings.max_unpacked_bytes());
        Duration incomplete = Duration.ofMillis(settings.incomplete_millis());
        DeployPass pass = new DeployPass(
                new FolderScan(folder, settings.max_file_bytes(), settings.max_files()),
                new Settling(Duration.ofMillis(settings.settle_millis())),
                new Examination(staging, check, bundles, ledger, incomplete),
                new Planner(ownNames(context)),
                new PlanExecution(bundles, ledger, times),
                ledger,
                times);
        catalogue = new Catalogue(ledger, context, new MissingNeeds(context), new ComponentNeeds(components));
        ownVersions = context.registerService(ResolverHookFactory.class, new OwnVersions(), null);
        thread = new DeployThread(folder, bundles, pass, context, Duration.ofMillis(settings.rescan_millis()));
        // Nothing is saved before the plugins that were there at the last stop are back.
        thread.start(gate.close("bindery-start", Duration.ZERO));
    }

    @Deactivate
    void deactivate() {
        thread.stop();
        bundles.close();
        ownVersions.unregister();
    }

    @Override
    public List<PluginStatus> plugins() {
        return catalogue.plugins();
    }

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public Optional<String> problem() {
        return thread.problem();
    }

    private static PluginSwitch.Limits limits(DeploySettings settings) {
        return new PluginSwitch.Limits(
                Duration.ofMillis(settings.drain_millis()),
                Duration.ofMillis(settings.patience_millis()),
                Duration.ofMillis(settings.last_drain_millis()),
                Duration.ofMillis(settings.start_millis()));
    }

    private static Path folder(BundleContext context) {
        String named = context.getProperty("bindery.deploy.dir");
        String home = Optional.ofNullable(context.getProperty("bindery.home")).orElse(".");
        return (named == null || named.isBlank() ? Path.of(home, "deploy") : Path.of(named))
                .toAbsolutePath()
                .normalize();
    }

    private static Set<String> ownNames(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !PluginBundles.isPlugin(bundle))
                .map(Bundle::getSymbolicName)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }
}
