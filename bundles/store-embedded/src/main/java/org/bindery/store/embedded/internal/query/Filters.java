package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;

/** Turns filter documents into filters. */
public final class Filters {

    private Filters() {}

    public static Filter of(Document filter) {
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        return document -> matcher.matches(document, filter);
    }
}
