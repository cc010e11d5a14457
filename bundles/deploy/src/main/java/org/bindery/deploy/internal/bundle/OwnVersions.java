package org.bindery.deploy.internal.bundle;

import java.util.Collection;
import org.bindery.hub.plugin.PluginBundles;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps two versions of a plugin apart while they are installed side by side: the new one must not be wired to packages
 * of the old one, which would pull it down when the old one goes, and singletons must not shut each other out.
 */
public final class OwnVersions implements ResolverHookFactory, ResolverHook {

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // every bundle may resolve
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        if (PluginBundles.isPlugin(singleton.getRevision().getBundle())) {
            collisions.removeIf(
                    other -> PluginBundles.isPlugin(other.getRevision().getBundle()));
        }
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        Bundle needs = requirement.getRevision().getBundle();
        if (PluginBundles.isPlugin(needs)) {
            String plugin = PluginBundles.nameOf(needs);
            candidates.removeIf(
                    candidate -> isOtherVersion(candidate.getRevision().getBundle(), needs, plugin));
        }
    }

    private static boolean isOtherVersion(Bundle offers, Bundle needs, String plugin) {
        return offers.getBundleId() != needs.getBundleId()
                && PluginBundles.isPlugin(offers)
                && PluginBundles.nameOf(offers).equals(plugin);
    }

    @Override
    public void end() {
        // nothing kept
    }
}
