package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;

/** The operators that test one value at a time. */
public final class Operators {

    private Operators() {}

    /** Whether a document holds operators; a reference to another document is a value. */
    public static boolean areIn(Document document) {
        if (document.isEmpty()) {
            return false;
        }
        String first = document.keySet().iterator().next();
        return first.startsWith("$") && !first.equals("$ref") && !first.equals("$id") && !first.equals("$db");
    }

    /** The test of an operator; its neighbours matter to {@code $regex} only. */
    static ValueTest test(String operator, Object value, Document all) {
        return switch (operator) {
            case "$eq" -> ValueTests.equalTo(value);
            case "$gt" -> Comparison.test(value, order -> order > 0, false);
            case "$gte" -> Comparison.test(value, order -> order >= 0, true);
            case "$lt" -> Comparison.test(value, order -> order < 0, false);
            case "$lte" -> Comparison.test(value, order -> order <= 0, true);
            case "$in" -> ValueTests.in(operator, value);
            case "$type" -> TypeTest.of(value);
            case "$mod" -> ModTest.of(value);
            case "$regex" -> ValueTests.regex(regex(value, all.get("$options")));
            default -> throw Filters.bad("unknown operator: " + operator);
        };
    }

    private static BsonRegularExpression regex(Object pattern, Object options) {
        if (options != null && !(options instanceof String)) {
            throw Filters.bad("$options has to be a string");
        }
        if (pattern instanceof BsonRegularExpression regex) {
            return options == null ? regex : new BsonRegularExpression(regex.getPattern(), (String) options);
        }
        if (pattern instanceof String text) {
            return new BsonRegularExpression(text, options == null ? "" : (String) options);
        }
        throw Filters.bad("$regex has to be a string");
    }
}
