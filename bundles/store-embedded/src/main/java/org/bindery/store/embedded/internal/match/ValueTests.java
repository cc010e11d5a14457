package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.bindery.store.embedded.internal.key.KeyWriter;

/** Tests of one value. */
final class ValueTests {

    static final ValueTest EXISTS = value -> !(value instanceof Missing);

    private static final int BROKEN_REGEX = 51091;

    private ValueTests() {}

    /** What a plain value in a filter means: equality, or a match if it is a pattern. */
    static ValueTest value(Object wanted) {
        return wanted instanceof BsonRegularExpression regex ? regex(regex) : equalTo(wanted);
    }

    static ValueTest equalTo(Object wanted) {
        if (wanted instanceof String text) {
            return text::equals;
        }
        return value -> ValueOrder.equal(value, wanted);
    }

    static ValueTest in(String operator, Object wanted) {
        if (!(wanted instanceof List<?> values)) {
            throw Filters.bad(operator + " needs an array");
        }
        Set<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        List<ValueTest> patterns = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof BsonRegularExpression regex) {
                patterns.add(regex(regex));
            } else if (value instanceof Document document && Operators.areIn(document)) {
                throw Filters.bad("cannot nest $ under " + operator);
            } else {
                keys.add(KeyWriter.key(value));
            }
        }
        return value ->
                keys.contains(KeyWriter.key(value)) || patterns.stream().anyMatch(pattern -> pattern.test(value));
    }

    static ValueTest regex(BsonRegularExpression regex) {
        try {
            regex.matcher("").find();
        } catch (PatternSyntaxException e) {
            throw new MongoServerError(
                    BROKEN_REGEX, "Location51091", "Regular expression is invalid: " + e.getDescription());
        } catch (IllegalArgumentException e) {
            throw new MongoServerError(BROKEN_REGEX, "Location51091", "invalid flag in regex options");
        }
        return value -> value instanceof String text
                ? regex.matcher(text).find()
                : value instanceof BsonRegularExpression other
                        && other.getPattern().equals(regex.getPattern())
                        && Objects.equals(other.getOptions(), regex.getOptions());
    }

    static ValueTest size(Object wanted) {
        if (!(wanted instanceof Number number)
                || number.doubleValue() != number.longValue()
                || number.longValue() < 0) {
            throw Filters.bad("$size must be a whole number that is not negative");
        }
        long size = number.longValue();
        return value -> value instanceof List<?> list && list.size() == size;
    }
}
