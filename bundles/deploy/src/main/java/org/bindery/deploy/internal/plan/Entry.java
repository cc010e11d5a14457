package org.bindery.deploy.internal.plan;

import java.time.Instant;
import java.util.Optional;
import org.bindery.deploy.internal.folder.Fingerprint;
import org.bindery.hub.plugin.PluginCatalogue.State;

/**
 * What is known of one file of the deploy folder.
 *
 * @param file its name
 * @param print the content last examined
 * @param plugin the plugin in that content; empty if unknown
 * @param bundle the bundle that runs or waits, perhaps of earlier content
 * @param state what became of the newest content
 * @param reason why it does not run, with what to do; empty if it runs
 * @param heal what can change that
 * @param since when it got into this state
 */
public record Entry(
        String file,
        Fingerprint print,
        String plugin,
        Optional<Running> bundle,
        State state,
        String reason,
        Heal heal,
        Instant since) {

    /** @return an entry for a file whose newest content runs */
    public static Entry active(String file, Fingerprint print, Running running, Instant since) {
        return new Entry(file, print, running.plugin(), Optional.of(running), State.ACTIVE, "", Heal.BY_FILE, since);
    }

    /** @return the same outcome for the same content under another name or time stamp */
    public Entry seenAs(String newFile, Fingerprint newPrint) {
        return new Entry(newFile, newPrint, plugin, bundle, state, reason, heal, since);
    }

    /** @return the same outcome, reached at another time */
    public Entry since(Instant reached) {
        return new Entry(file, print, plugin, bundle, state, reason, heal, reached);
    }

    /** @return true if a bundle of this plugin belongs to this file */
    public boolean holds(String name) {
        return bundle.map(running -> running.plugin().equals(name)).orElse(false);
    }
}
