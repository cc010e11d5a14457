package org.bindery.deploy.internal.folder;

import java.nio.file.Path;

/**
 * One file seen in the deploy folder.
 *
 * @param file its name
 * @param path where it is, links resolved
 * @param print its present content
 * @param refusal why its content does not matter, with what to do; empty for a file worth opening
 */
public record Sighting(String file, Path path, Fingerprint print, String refusal) {

    /** @return true if the file cannot be a plugin whatever is in it */
    public boolean refused() {
        return !refusal.isEmpty();
    }
}
