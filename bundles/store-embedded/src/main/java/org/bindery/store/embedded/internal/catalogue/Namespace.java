package org.bindery.store.embedded.internal.catalogue;

import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * The full name of a collection.
 *
 * @param database the database
 * @param collection the collection
 */
public record Namespace(String database, String collection) {

    private static final int LONGEST = 255;
    private static final int INVALID = 73;

    /** Checks both names by MongoDB's rules. */
    public static Namespace checked(String database, String collection) {
        if (database.isEmpty()
                || database.length() > 63
                || database.chars().anyMatch(c -> "/\\. \"$*<>:|?\0".indexOf(c) >= 0)) {
            throw new MongoServerError(INVALID, "InvalidNamespace", "Invalid database name: '" + database + "'");
        }
        if (collection.isEmpty()
                || collection.indexOf('$') >= 0
                || collection.indexOf('\0') >= 0
                || collection.startsWith(".")
                || collection.endsWith(".")
                || collection.contains("..")) {
            throw new MongoServerError(INVALID, "InvalidNamespace", "Invalid collection name: '" + collection + "'");
        }
        if (collection.startsWith("system.")) {
            throw new MongoServerError(
                    INVALID, "InvalidNamespace", "the embedded store has no system collections: '" + collection + "'");
        }
        if (database.length() + 1 + collection.length() > LONGEST) {
            throw new MongoServerError(INVALID, "InvalidNamespace", "Fully qualified namespace is too long");
        }
        return new Namespace(database, collection);
    }

    @Override
    public String toString() {
        return database + "." + collection;
    }
}
