package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A wanted answer.
 *
 * @param filter what must hold
 * @param sort the order
 * @param skip how many to leave out first
 * @param limit how many at most; 0 for all
 * @param hint an index name or key to use, or null
 * @param deadline when to give up
 */
public record Find(Document filter, Sort sort, long skip, long limit, Object hint, Deadline deadline) {

    /** All documents for this filter. */
    public static Find all(Document filter) {
        return new Find(filter, Sort.of(null), 0, 0, null, Deadline.never());
    }

    /** The same for a number of documents. */
    public Find limited(long most) {
        return new Find(filter, sort, skip, most, hint, deadline);
    }
}
