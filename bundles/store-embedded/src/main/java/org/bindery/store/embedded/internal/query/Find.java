package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import org.bindery.store.embedded.internal.match.Filter;
import org.bindery.store.embedded.internal.match.Filters;

/**
 * A wanted answer.
 *
 * @param filter what must hold, for the planner
 * @param matcher the same, for each document
 * @param sort the order
 * @param skip how many to leave out first
 * @param limit how many at most; 0 for all
 * @param hint an index name or key to use, or null
 * @param deadline when to give up
 */
public record Find(Document filter, Filter matcher, Sort sort, long skip, long limit, Object hint, Deadline deadline) {

    public Find(Document filter, Sort sort, long skip, long limit, Object hint, Deadline deadline) {
        this(filter, Filters.of(filter), sort, skip, limit, hint, deadline);
    }

    /** All documents for this filter. */
    public static Find all(Document filter) {
        return new Find(filter, Sort.of(null), 0, 0, null, Deadline.never());
    }

    /** The same for a number of documents. */
    public Find limited(long most) {
        return new Find(filter, matcher, sort, skip, most, hint, deadline);
    }
}
