package org.bindery.store.embedded.conformance;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.types.Decimal128;

/**
 * A form in which answers of the store and of the oracle are compared: numbers by value, because the oracle knows one
 * numeric type, and fields by name, because it does not keep their order.
 */
final class Normal {

    private Normal() {}

    static String of(Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, String> sorted = new TreeMap<>();
            fields.forEach((name, field) -> sorted.put(String.valueOf(name), of(field)));
            return sorted.toString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Normal::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Decimal128 number) {
            return of(number.doubleValue());
        }
        if (value instanceof Number number) {
            return String.valueOf(number.doubleValue() + 0.0);
        }
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        return Shown.of(value);
    }
}
