package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;

/**
 * Checks the read and write concern of a command. Every read sees durable data only and every write is durable before
 * its answer, so each level that one node can give is given; what it cannot give is refused.
 */
public final class Concerns {

    private static final Set<String> READ_LEVELS = Set.of("local", "available", "majority", "linearizable", "snapshot");
    private static final Set<String> READ_OPTIONS = Set.of("level", "provenance", "afterClusterTime");
    private static final Set<String> WRITE_OPTIONS =
            Set.of("w", "j", "fsync", "wtimeout", "provenance", "getLastError");

    private Concerns() {}

    /** Refuses a concern that would not be kept. */
    public static void check(Document command) {
        if (command.get("readConcern") instanceof Document concern) {
            Statements.allowOnly(concern, READ_OPTIONS, "readConcern");
            if (concern.get("level") != null && !READ_LEVELS.contains(concern.get("level"))) {
                throw new MongoServerError(9, "FailedToParse", "unknown read concern level " + concern.get("level"));
            }
        }
        boolean inTransaction = Boolean.FALSE.equals(command.get("autocommit"));
        if (!inTransaction
                && command.get("readConcern") instanceof Document concern
                && "snapshot".equals(concern.get("level"))) {
            throw new MongoServerError(
                    72,
                    "InvalidOptions",
                    "the embedded store reads snapshots inside transactions only; begin a transaction");
        }
        if (command.get("writeConcern") instanceof Document concern) {
            Statements.allowOnly(concern, WRITE_OPTIONS, "writeConcern");
            checkAcknowledgement(concern.get("w"));
        }
    }

    private static void checkAcknowledgement(Object w) {
        if (w == null || "majority".equals(w)) {
            return;
        }
        if (!(w instanceof Number number)) {
            throw new MongoServerError(79, "UnknownReplWriteConcern", "No write concern mode named '" + w + "' found");
        }
        if (number.longValue() == 0) {
            throw new MongoServerError(
                    72,
                    "InvalidOptions",
                    "the embedded store acknowledges every write; w:0 would hide that a write failed. Use w:1.");
        }
        if (number.longValue() != 1) {
            throw new MongoServerError(100, "UnsatisfiableWriteConcern", "Not enough data-bearing nodes: there is one");
        }
    }
}
