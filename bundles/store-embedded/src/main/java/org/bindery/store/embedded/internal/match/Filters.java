package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import org.bindery.store.embedded.internal.query.Paths;

/** Turns filter documents into filters, once for each command; what is not understood is refused at once. */
public final class Filters {

    private static final int BAD_VALUE = 2;

    private Filters() {}

    /** The filter for a document; the empty one accepts everything. */
    public static Filter of(Document filter) {
        List<Filter> parts = new ArrayList<>();
        filter.forEach((key, value) -> {
            if (!key.equals("$comment")) {
                parts.add(key.startsWith("$") ? logic(key, value) : field(key, value));
            }
        });
        return all(parts);
    }

    private static Filter all(List<Filter> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Filter[] each = parts.toArray(Filter[]::new);
        return document -> {
            for (Filter part : each) {
                if (!part.matches(document)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Filter any(List<Filter> parts) {
        Filter[] each = parts.toArray(Filter[]::new);
        return document -> {
            for (Filter part : each) {
                if (part.matches(document)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Filter not(Filter filter) {
        return document -> !filter.matches(document);
    }

    private static Filter logic(String operator, Object value) {
        return switch (operator) {
            case "$and" -> all(parts(operator, value));
            case "$or" -> any(parts(operator, value));
            case "$nor" -> not(any(parts(operator, value)));
            case "$expr" -> document -> Utils.isTrue(Expression.evaluateDocument(value, document));
            case "$where", "$text", "$jsonSchema" ->
                throw new MongoServerError(
                        115, "CommandNotSupported", "the embedded store does not support " + operator);
            default -> throw bad("unknown top level operator: " + operator);
        };
    }

    private static List<Filter> parts(String operator, Object value) {
        if (!(value instanceof List<?> values) || values.isEmpty()) {
            throw bad(operator + " must be a nonempty array");
        }
        List<Filter> filters = new ArrayList<>();
        for (Object part : values) {
            if (!(part instanceof Document document)) {
                throw bad(operator + " entries need to be full objects");
            }
            filters.add(of(document));
        }
        return filters;
    }

    private static Filter field(String field, Object condition) {
        Place place = new Place(Paths.split(field), true);
        if (condition instanceof Document document && Operators.areIn(document)) {
            return operators(place, document);
        }
        return found(place, ValueTests.value(condition));
    }

    /** Operators for a value that is taken as it is, even if it is an array. */
    static Filter ofElement(String field, Document operators) {
        return operators(new Place(List.of(field), false), operators);
    }

    /** A path, and whether an array at its end is searched. */
    private record Place(List<String> path, boolean searched) {}

    private static Filter operators(Place place, Document operators) {
        List<Filter> parts = new ArrayList<>();
        operators.forEach((operator, value) -> {
            Filter part = operator(place, operator, value, operators);
            if (part != null) {
                parts.add(part);
            }
        });
        return all(parts);
    }

    private static Filter found(Place place, ValueTest test) {
        return new PathFilter(place.path(), test, place.searched());
    }

    private static Filter whole(Place place, ValueTest test) {
        return new PathFilter(place.path(), test, false);
    }

    private static Filter operator(Place place, String operator, Object value, Document all) {
        return switch (operator) {
            case "$ne" -> not(found(place, ValueTests.equalTo(value)));
            case "$nin" -> not(found(place, ValueTests.in("$nin", value)));
            case "$not" -> not(negated(place, value));
            case "$exists" ->
                Utils.isTrue(value) ? whole(place, ValueTests.EXISTS) : not(whole(place, ValueTests.EXISTS));
            case "$size" -> whole(place, ValueTests.size(value));
            case "$elemMatch" -> whole(place, ElementMatch.of(value));
            case "$all" -> everyOne(place, value);
            case "$options" -> requireRegex(all);
            default -> found(place, Operators.test(operator, value, all));
        };
    }

    private static Filter negated(Place place, Object value) {
        if (value instanceof Document document && Operators.areIn(document)) {
            return operators(place, document);
        }
        if (value instanceof BsonRegularExpression) {
            return found(place, ValueTests.value(value));
        }
        throw bad("$not needs a regex or a document");
    }

    private static Filter everyOne(Place place, Object value) {
        if (!(value instanceof List<?> values)) {
            throw bad("$all needs an array");
        }
        List<Filter> parts = new ArrayList<>();
        for (Object one : values) {
            boolean element = one instanceof Document document && document.containsKey("$elemMatch");
            parts.add(
                    element
                            ? whole(place, ElementMatch.of(((Document) one).get("$elemMatch")))
                            : found(place, ValueTests.value(one)));
        }
        return parts.isEmpty() ? document -> false : all(parts);
    }

    private static Filter requireRegex(Document all) {
        if (!all.containsKey("$regex")) {
            throw bad("$options needs a $regex");
        }
        return null;
    }

    static MongoServerError bad(String message) {
        return new MongoServerError(BAD_VALUE, "BadValue", message);
    }
}
