package org.bindery.store.embedded.internal.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;

/** Checks the parts of a command as strictly as the command itself. */
final class Statements {

    private Statements() {}

    static void allowOnly(Document statement, Set<String> options, String where) {
        for (String option : statement.keySet()) {
            if (!options.contains(option)) {
                throw new MongoServerError(
                        40415,
                        "Location40415",
                        "BSON field '" + where + "." + option + "' is not supported by the embedded store");
            }
        }
        Refusals.collation(statement);
    }
}
