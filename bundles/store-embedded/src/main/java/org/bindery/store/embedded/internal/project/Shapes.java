package org.bindery.store.embedded.internal.project;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collections;
import java.util.List;
import org.bindery.store.embedded.internal.match.Filter;
import org.bindery.store.embedded.internal.match.Filters;

/** Parts of arrays in a find's projection. */
final class Shapes {

    private Shapes() {}

    /** {@code $slice}: the first, the last, or some in the middle. */
    static FieldTree.Shape slice(Object wanted) {
        if (wanted instanceof Number count) {
            return slice(Math.min(0, count.intValue()), Math.abs(count.intValue()));
        }
        List<?> pair = (List<?>) wanted;
        if (!(pair.get(1) instanceof Number count) || count.intValue() <= 0) {
            throw new MongoServerError(28724, "Location28724", "$slice: the limit must be a positive number");
        }
        return slice(((Number) pair.get(0)).intValue(), count.intValue());
    }

    private static FieldTree.Shape slice(int skip, int count) {
        return value -> {
            if (!(value instanceof List<?> list)) {
                return value;
            }
            int from = skip < 0 ? Math.max(0, list.size() + skip) : Math.min(skip, list.size());
            return list.subList(from, (int) Math.min(list.size(), (long) from + count));
        };
    }

    /** {@code $elemMatch}: the first element that meets the conditions, in an array of its own. */
    static FieldTree.Shape elementMatch(Object conditions) {
        Filter filter = Filters.of(new Document("e", new Document("$elemMatch", conditions)));
        return value -> {
            if (value instanceof List<?> list) {
                for (Object element : list) {
                    List<Object> alone = Collections.singletonList(element);
                    if (filter.matches(new Document("e", alone))) {
                        return alone;
                    }
                }
            }
            return Missing.getInstance();
        };
    }
}
