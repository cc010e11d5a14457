package org.bindery.hub.internal.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bindery.api.plugin.Plugin;
import org.bindery.hub.plugin.PluginBundles;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Reads from the framework which bundles a plugin needs, directly or through others. */
final class PluginWiring {

    private PluginWiring() {}

    /** @return what the order of the chain needs to know of the bundle */
    static PluginInfo of(Bundle bundle) {
        return new PluginInfo(
                PluginBundles.nameOf(bundle), PluginBundles.versionOf(bundle), bundle.getBundleId(), needed(bundle));
    }

    private static Set<Long> needed(Bundle bundle) {
        Set<Long> found = new HashSet<>();
        Deque<BundleWiring> open = new ArrayDeque<>();
        add(bundle.adapt(BundleWiring.class), open);
        while (!open.isEmpty()) {
            for (BundleWire wire : wires(open.pop())) {
                BundleWiring provider = wire.getProviderWiring();
                if (provider != null && found.add(provider.getBundle().getBundleId())) {
                    add(provider, open);
                }
            }
        }
        found.remove(bundle.getBundleId());
        return found;
    }

    /** The framework itself is left out: everything needs it, and it needs nothing. */
    private static void add(BundleWiring wiring, Deque<BundleWiring> open) {
        if (wiring != null && wiring.getBundle().getBundleId() != Constants.SYSTEM_BUNDLE_ID) {
            open.add(wiring);
        }
    }

    private static List<BundleWire> wires(BundleWiring wiring) {
        List<BundleWire> wires = new ArrayList<>();
        wires.addAll(wiring.getRequiredWires(Plugin.NAMESPACE));
        wires.addAll(wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE));
        return wires;
    }
}
