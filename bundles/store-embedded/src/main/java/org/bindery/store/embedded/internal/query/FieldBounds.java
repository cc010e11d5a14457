package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.bindery.store.embedded.internal.key.KeyRange;
import org.bindery.store.embedded.internal.key.KeyTag;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.bindery.store.embedded.internal.match.Operators;

/**
 * The ranges of one field's keys in which all matching documents are found. Wider than the filter at most, never
 * narrower; the filter itself decides afterwards.
 *
 * @param ranges ascending and apart from each other
 * @param points whether each range is one single value
 * @param withNull whether documents without the field may match
 */
record FieldBounds(List<KeyRange> ranges, boolean points, boolean withNull) {

    private static final int MOST_POINTS = 1000;

    /** The bounds of each part of one condition on a field; empty if it gives none. */
    static List<FieldBounds> of(Object condition) {
        if (condition instanceof Document document && isOperators(document)) {
            return ofOperators(document);
        }
        FieldBounds bounds =
                condition instanceof BsonRegularExpression regex ? RegexPrefix.bounds(regex) : point(condition);
        return bounds == null ? List.of() : List.of(bounds);
    }

    private static boolean isOperators(Document document) {
        return Operators.areIn(document);
    }

    private static List<FieldBounds> ofOperators(Document operators) {
        List<FieldBounds> bounds = new ArrayList<>();
        for (var entry : operators.entrySet()) {
            FieldBounds one = ofOperator(entry.getKey(), entry.getValue(), operators);
            if (one != null) {
                bounds.add(one);
            }
        }
        return bounds;
    }

    private static FieldBounds ofOperator(String operator, Object value, Document all) {
        return switch (operator) {
            case "$eq" -> point(value);
            case "$in" -> value instanceof Collection<?> values ? points(values) : null;
            case "$all" -> value instanceof List<?> values && !values.isEmpty() ? point(values.get(0)) : null;
            case "$gt", "$gte", "$lt", "$lte" -> range(operator, value);
            case "$regex" -> RegexPrefix.bounds(value, all.get("$options"));
            default -> null;
        };
    }

    private static FieldBounds point(Object value) {
        return isPlain(value) ? new FieldBounds(List.of(pointRange(value)), true, value == null) : null;
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression)
                && !(value instanceof Document document && isOperators(document));
    }

    private static KeyRange pointRange(Object value) {
        return KeyRange.startingWith(KeyWriter.key(value));
    }

    private static FieldBounds points(Collection<?> values) {
        if (values.size() > MOST_POINTS || !values.stream().allMatch(FieldBounds::isPlain)) {
            return null;
        }
        TreeMap<byte[], KeyRange> sorted = new TreeMap<>(Arrays::compareUnsigned);
        boolean withNull = false;
        for (Object value : values) {
            KeyRange range = pointRange(value);
            sorted.put(range.low(), range);
            withNull |= value == null;
        }
        return new FieldBounds(List.copyOf(sorted.values()), true, withNull);
    }

    private static FieldBounds range(String operator, Object value) {
        if (value == null || !isPlain(value) || value instanceof MinKey || value instanceof MaxKey) {
            return null;
        }
        byte[] key = KeyWriter.key(value);
        int tag = KeyTag.of(value);
        byte[] first = {(byte) tag};
        byte[] last = {(byte) (tag + 1)};
        KeyRange range = switch (operator) {
            case "$gt" -> new KeyRange(KeyRange.after(key), last);
            case "$gte" -> new KeyRange(key, last);
            case "$lt" -> new KeyRange(first, key);
            default -> new KeyRange(first, KeyRange.after(key));
        };
        return new FieldBounds(List.of(range), false, false);
    }

    /** What lies in both. */
    FieldBounds and(FieldBounds other) {
        List<KeyRange> both = new ArrayList<>();
        for (KeyRange mine : ranges) {
            for (KeyRange theirs : other.ranges) {
                KeyRange common = mine.and(theirs);
                if (!common.isEmpty()) {
                    both.add(common);
                }
            }
        }
        return new FieldBounds(both, points || other.points, withNull && other.withNull);
    }

    boolean isOnePoint() {
        return points && ranges.size() == 1;
    }

    /** The same bounds for a field that is stored backwards. */
    FieldBounds descending() {
        List<KeyRange> backwards = new ArrayList<>();
        for (int i = ranges.size() - 1; i >= 0; i--) {
            backwards.add(ranges.get(i).descending());
        }
        return new FieldBounds(backwards, points, withNull);
    }
}
