package org.bindery.hub.internal.pipeline;

import java.util.Set;

/**
 * What the order of the chain needs to know of a plugin's bundle.
 *
 * @param name name of the plugin
 * @param version version of the bundle
 * @param bundleId id of the bundle; of two bundles of one plugin the one with the higher id is newer
 * @param requires ids of the bundles it needs, directly or through others
 */
record PluginInfo(String name, String version, long bundleId, Set<Long> requires) {

    PluginInfo {
        requires = Set.copyOf(requires);
    }
}
