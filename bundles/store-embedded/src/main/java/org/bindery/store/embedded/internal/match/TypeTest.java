package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Decimal128;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindery.store.embedded.internal.key.KeyTag;

/** {@code $type}: by the number or the name of a BSON type, or several. */
final class TypeTest {

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("double", 1),
            Map.entry("string", 2),
            Map.entry("object", 3),
            Map.entry("array", 4),
            Map.entry("binData", 5),
            Map.entry("undefined", 6),
            Map.entry("objectId", 7),
            Map.entry("bool", 8),
            Map.entry("date", 9),
            Map.entry("null", 10),
            Map.entry("regex", 11),
            Map.entry("dbPointer", 12),
            Map.entry("javascript", 13),
            Map.entry("symbol", 14),
            Map.entry("javascriptWithScope", 15),
            Map.entry("int", 16),
            Map.entry("timestamp", 17),
            Map.entry("long", 18),
            Map.entry("decimal", 19),
            Map.entry("minKey", -1),
            Map.entry("maxKey", 127));
    private static final Set<Integer> NUMBERS = Set.of(1, 16, 18, 19);

    private TypeTest() {}

    static ValueTest of(Object operand) {
        Set<Integer> wanted = new HashSet<>();
        for (Object one : operand instanceof List<?> several ? several : List.of(operand)) {
            add(one, wanted);
        }
        if (wanted.isEmpty()) {
            throw Filters.bad("$type must match at least one type");
        }
        return value -> !(value instanceof Missing) && wanted.contains(number(value));
    }

    private static void add(Object type, Set<Integer> wanted) {
        if ("number".equals(type)) {
            wanted.addAll(NUMBERS);
        } else if (type instanceof String name && NAMES.containsKey(name)) {
            wanted.add(NAMES.get(name));
        } else if (type instanceof Number number
                && number.doubleValue() == number.intValue()
                && NAMES.containsValue(number.intValue())) {
            wanted.add(number.intValue());
        } else {
            throw Filters.bad("Unknown type name alias or code: " + type);
        }
    }

    private static int number(Object value) {
        return switch (KeyTag.of(value)) {
            case KeyTag.NUMBER -> numberType(value);
            case KeyTag.STRING -> 2;
            case KeyTag.DOCUMENT -> 3;
            case KeyTag.ARRAY -> 4;
            case KeyTag.BINARY -> 5;
            case KeyTag.OBJECT_ID -> 7;
            case KeyTag.BOOLEAN -> 8;
            case KeyTag.DATE -> 9;
            case KeyTag.UNDEFINED -> 6;
            case KeyTag.NULL -> 10;
            case KeyTag.REGEX -> 11;
            case KeyTag.SCRIPT -> 13;
            case KeyTag.TIMESTAMP -> 17;
            case KeyTag.MIN_KEY -> -1;
            default -> 127;
        };
    }

    private static int numberType(Object value) {
        if (value instanceof Integer) {
            return 16;
        }
        if (value instanceof Long) {
            return 18;
        }
        return value instanceof Decimal128 ? 19 : 1;
    }
}
