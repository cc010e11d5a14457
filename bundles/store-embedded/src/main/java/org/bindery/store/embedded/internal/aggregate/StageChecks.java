package org.bindery.store.embedded.internal.aggregate;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.bindery.store.embedded.internal.query.Sort;

/** Checks what stages are given. */
final class StageChecks {

    private StageChecks() {}

    static Document filter(Object value) {
        if (value instanceof Document filter) {
            return filter;
        }
        throw new MongoServerError(15959, "Location15959", "the match filter must be an expression in an object");
    }

    static Sort sort(Object value) {
        if (!(value instanceof Document)) {
            throw new MongoServerError(15973, "Location15973", "the $sort key specification must be an object");
        }
        Sort sort = Sort.of(value);
        if (sort.isEmpty()) {
            throw new MongoServerError(15976, "Location15976", "$sort stage must have at least one sort key");
        }
        return sort;
    }

    static long limit(Object value) {
        if (!(value instanceof Number number) || number.doubleValue() != number.longValue()) {
            throw new MongoServerError(2107201, "Location2107201", "invalid argument to $limit stage: " + value);
        }
        if (number.longValue() <= 0) {
            throw new MongoServerError(15958, "Location15958", "the limit must be positive");
        }
        return number.longValue();
    }

    static long skip(Object value) {
        if (!(value instanceof Number number) || number.doubleValue() != number.longValue() || number.longValue() < 0) {
            throw new MongoServerError(15956, "Location15956", "the skip must be a whole number that is not negative");
        }
        return number.longValue();
    }
}
