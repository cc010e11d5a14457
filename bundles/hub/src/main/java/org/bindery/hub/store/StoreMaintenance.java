package org.bindery.hub.store;

import java.nio.file.Path;
import java.util.List;

/** Looks after the store while it runs, for admins. Safe for use by many threads; one task at a time. */
public interface StoreMaintenance {

    /**
     * Copies the store into one consistent file, while saves go on. May take minutes.
     *
     * @return the new file
     * @throws MaintenanceRefusedException if it cannot be done, with one sentence that says why and what to do
     */
    Backup backup();

    /**
     * Reads the whole store and compares records with indexes, while saves go on. May take minutes.
     *
     * @return what was found
     * @throws MaintenanceRefusedException if it cannot be done, with one sentence that says why and what to do
     */
    Check check();

    /**
     * A backup that was made.
     *
     * @param file where it is
     * @param bytes its length
     */
    record Backup(Path file, long bytes) {}

    /**
     * What a check has found.
     *
     * @param documents documents that were read
     * @param indexEntries index entries that were compared
     * @param problems what is wrong, in sentences; empty if all is sound
     */
    record Check(long documents, long indexEntries, List<String> problems) {}
}
