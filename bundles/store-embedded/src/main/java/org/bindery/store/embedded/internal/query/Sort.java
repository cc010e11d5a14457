package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import org.bindery.store.embedded.internal.catalogue.IndexField;

/**
 * A wanted order.
 *
 * @param fields the fields, the most important first
 * @param natural 1 or -1 for the order of saving, 0 otherwise
 */
public record Sort(List<IndexField> fields, int natural) {

    private static final Sort NONE = new Sort(List.of(), 0);
    private static final int MOST_FIELDS = 32;

    /** Reads a sort document; null or empty means no order. */
    public static Sort of(Object specification) {
        if (specification == null) {
            return NONE;
        }
        if (!(specification instanceof Document document)) {
            throw new MongoServerError(14, "TypeMismatch", "Expected field sort to be of type object");
        }
        if (document.containsKey("$natural")) {
            return new Sort(List.of(), direction("$natural", document.get("$natural")));
        }
        List<IndexField> fields = new ArrayList<>();
        document.forEach((path, value) -> fields.add(new IndexField(path, direction(path, value) < 0)));
        if (fields.size() > MOST_FIELDS) {
            throw new MongoServerError(13103, "Location13103", "too many compound keys in sort");
        }
        return new Sort(fields, 0);
    }

    private static int direction(String path, Object value) {
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw new MongoServerError(15998, "Location15998", "FieldPath field names may not be empty strings.");
        }
        if (value instanceof Number number && (number.doubleValue() == 1 || number.doubleValue() == -1)) {
            return number.intValue();
        }
        if (value instanceof Document) {
            throw new MongoServerError(
                    115, "CommandNotSupported", "the embedded store does not sort by metadata ($meta)");
        }
        throw new MongoServerError(
                15975, "Location15975", "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
