package org.bindery.deploy.internal;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bindery.deploy.internal.bundle.ComponentNeeds;
import org.bindery.deploy.internal.bundle.MissingNeeds;
import org.bindery.deploy.internal.plan.Entry;
import org.bindery.hub.plugin.PluginCatalogue;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;

/** What is known of each file, seen together with what its bundle does right now. */
final class Catalogue implements PluginCatalogue {

    private final Ledger ledger;
    private final BundleContext context;
    private final MissingNeeds missing;
    private final ComponentNeeds components;

    Catalogue(Ledger ledger, BundleContext context, MissingNeeds missing, ComponentNeeds components) {
        this.ledger = ledger;
        this.context = context;
        this.missing = missing;
        this.components = components;
    }

    @Override
    public List<PluginStatus> plugins() {
        return ledger.published().stream().map(this::status).toList();
    }

    private PluginStatus status(Entry entry) {
        Bundle bundle = entry.bundle()
                .map(running -> context.getBundle(running.bundleId()))
                .orElse(null);
        boolean runs = bundle != null && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
        State state = entry.state() == State.ACTIVE && !runs ? State.WAITING : entry.state();
        return new PluginStatus(
                entry.file(),
                entry.plugin(),
                runs ? bundle.getVersion().toString() : "",
                state,
                reason(entry, bundle, runs),
                runs ? bundle.getBundleId() : -1,
                entry.since().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private String reason(Entry entry, Bundle bundle, boolean runs) {
        if (entry.state() != State.ACTIVE) {
            return entry.reason();
        }
        if (runs) {
            return components.of(bundle);
        }
        if (bundle != null && bundle.getState() == Bundle.INSTALLED) {
            return missing.of(bundle);
        }
        return bundle != null && wantsToRun(bundle)
                ? "It is just being started again."
                : "Its bundle is stopped. Start it in the web console, or copy the file again after a change.";
    }

    private static boolean wantsToRun(Bundle bundle) {
        try {
            return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Uninstalled while we look.
            return false;
        }
    }
}
