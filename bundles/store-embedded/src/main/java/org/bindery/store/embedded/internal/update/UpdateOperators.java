package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bindery.store.embedded.internal.query.Paths;

/** What the query layer does not look at in update operators. */
final class UpdateOperators {

    private static final int EMPTY_NAME = 56;

    private UpdateOperators() {}

    /** The same operators with their fields in the order of their names, in which new fields are added. */
    static Document checked(Document update) {
        Document sorted = new Document();
        update.forEach((operator, fields) -> {
            Map<String, Object> byName = new TreeMap<>((Document) fields);
            byName.keySet().forEach(UpdateOperators::requireNames);
            sorted.put(operator, new Document(byName));
        });
        return sorted;
    }

    private static void requireNames(String path) {
        if (Paths.split(path).contains("")) {
            throw new MongoServerError(
                    EMPTY_NAME,
                    "EmptyFieldName",
                    "The update path '" + path + "' contains an empty field name, which is not allowed.");
        }
    }

    /** Refuses a whole number that would leave the range of a long and come back at its other end. */
    static void requireRange(Document current, Document update) {
        if (update.get("$inc") instanceof Document fields) {
            fields.forEach((path, by) -> require(at(current, path), by, path, Math::addExact));
        }
        if (update.get("$mul") instanceof Document fields) {
            fields.forEach((path, by) -> require(at(current, path), by, path, Math::multiplyExact));
        }
    }

    private interface Calculation {
        long apply(long one, long other);
    }

    private static void require(Object value, Object by, String path, Calculation calculation) {
        if (isWhole(value) && isWhole(by)) {
            try {
                calculation.apply(((Number) value).longValue(), ((Number) by).longValue());
            } catch (ArithmeticException e) {
                throw new MongoServerError(
                        2,
                        "BadValue",
                        "Failed to apply operations to current value of '" + path + "': " + value
                                + " leaves the range of a long",
                        e);
            }
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static Object at(Document document, String path) {
        Object value = document;
        for (String step : Paths.split(path)) {
            if (value instanceof Document inner) {
                value = inner.get(step);
            } else if (value instanceof List<?> list) {
                int position = Paths.position(step);
                value = position >= 0 && position < list.size() ? list.get(position) : null;
            } else {
                return null;
            }
        }
        return value;
    }
}
