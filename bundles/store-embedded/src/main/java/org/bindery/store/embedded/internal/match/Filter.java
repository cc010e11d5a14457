package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.bson.Document;

/** Says whether a document belongs to the answer. */
@FunctionalInterface
public interface Filter {

    boolean matches(Document document);
}
