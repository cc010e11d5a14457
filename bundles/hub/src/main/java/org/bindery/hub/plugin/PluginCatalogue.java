package org.bindery.hub.plugin;

import java.util.List;

/** What is in the deploy folder, and what became of it. Implemented by the deploy bundle. */
public interface PluginCatalogue {

    /** @return every plugin and every file that could not become one, ordered by file name */
    List<PluginStatus> plugins();

    /** What became of a file. */
    enum State {
        /** Running. */
        ACTIVE,
        /** Installed, but something it needs is missing; starts by itself when it comes. */
        WAITING,
        /** The file is refused; an earlier version may still run. */
        REFUSED
    }

    /**
     * One file of the deploy folder.
     *
     * @param file name of the file, without folders
     * @param plugin name of the plugin; empty if unknown
     * @param version version that runs now; empty if none
     * @param state what became of the newest content of the file
     * @param reason why it is not active, or which of its components do not work yet, with what to do;
     *     empty if all is well
     * @param bundleId id of the running bundle; -1 if none
     * @param since when it got into this state, ISO 8601
     */
    record PluginStatus(
            String file, String plugin, String version, State state, String reason, long bundleId, String since) {}
}
