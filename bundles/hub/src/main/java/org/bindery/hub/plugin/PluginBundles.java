package org.bindery.hub.plugin;

import org.bindery.api.plugin.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Tells which bundles are plugins and what they are called: the one place that knows both rules. */
public final class PluginBundles {

    /** Locations of plugin bundles begin with this; every other bundle belongs to Bindery itself. */
    public static final String LOCATION_PREFIX = "bindery-plugin:";

    private PluginBundles() {}

    /**
     * Tells plugins from Bindery's own bundles.
     *
     * @param bundle the bundle; not null
     * @return true if the bundle was installed as a plugin
     */
    public static boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION_PREFIX);
    }

    /**
     * Names the plugin a bundle holds. Works for Bindery's own bundles too, which are known by their symbolic name.
     *
     * @param bundle the bundle; not null. An uninstalled bundle has lost its capabilities and answers with its symbolic
     *     name
     * @return the name given by {@link Plugin}, else the symbolic name, else {@code bundle-<id>}; never null
     */
    public static String nameOf(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            for (BundleCapability capability : revision.getDeclaredCapabilities(Plugin.NAMESPACE)) {
                if (capability.getAttributes().get(Plugin.NAMESPACE) instanceof String name && !name.isBlank()) {
                    return name;
                }
            }
        }
        String symbolicName = bundle.getSymbolicName();
        return symbolicName == null ? "bundle-" + bundle.getBundleId() : symbolicName;
    }

    /**
     * Tells the version of a plugin.
     *
     * @param bundle the bundle; not null
     * @return the bundle's version as text; never null
     */
    public static String versionOf(Bundle bundle) {
        return bundle.getVersion().toString();
    }
}
