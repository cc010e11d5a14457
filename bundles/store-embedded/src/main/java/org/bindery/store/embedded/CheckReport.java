package org.bindery.store.embedded;

import java.util.List;

/**
 * What a full check has found.
 *
 * @param documents documents that were read
 * @param entries index entries that were compared
 * @param problems what is wrong, in sentences; at most a hundred
 */
public record CheckReport(long documents, long entries, List<String> problems) {

    public CheckReport {
        problems = List.copyOf(problems);
    }

    /** Whether everything is as it should be. */
    public boolean isSound() {
        return problems.isEmpty();
    }
}
