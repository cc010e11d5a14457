package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.ColumnType;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.internal.schema.UniqueKey;

/** Computes the values an object holds of its objecttype's unique keys. */
final class UniqueValues {

    private UniqueValues() {}

    /** Canonical values by key; a key with an empty column holds nothing, as in SQL. */
    static Map<UniqueKey, String> of(Objecttype objecttype, RecordContent content) {
        Map<UniqueKey, String> values = new LinkedHashMap<>();
        for (UniqueKey key : objecttype.uniqueKeys()) {
            canonical(key, content).ifPresent(value -> values.put(key, value));
        }
        return values;
    }

    private static Optional<String> canonical(UniqueKey key, RecordContent content) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (Column column : key.columns()) {
            JsonNode value = Shapes.shown(column, content.value(column));
            if (Shapes.isEmpty(value)) {
                return Optional.empty();
            }
            values.add(canonical(column.type(), value));
        }
        return Optional.of(values.toString());
    }

    /** Canonical text of one value of a single-column key. */
    static String canonicalText(Column column, JsonNode value) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(canonical(column.type(), value))
                .toString();
    }

    private static JsonNode canonical(ColumnType type, JsonNode value) {
        return switch (type) {
            case DATE, DATETIME -> value.path("value");
            case DOUBLE -> wholeIfPossible(value.doubleValue());
            default -> value;
        };
    }

    /** 5 and 5.0 are one value, also after a column was widened from whole numbers. */
    private static JsonNode wholeIfPossible(double value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        boolean whole = value == Math.rint(value) && Math.abs(value) <= ValueParser.LARGEST_NUMBER;
        return whole ? json.numberNode((long) value) : json.numberNode(value);
    }
}
