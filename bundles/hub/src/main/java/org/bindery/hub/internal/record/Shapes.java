package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.ColumnType;

/** How stored values look outside. */
final class Shapes {

    private Shapes() {}

    /** The value a client sees: no boolean is shown as false (fylr-spec 6.3). */
    static JsonNode shown(Column column, JsonNode stored) {
        return stored.isNull() && column.type() == ColumnType.BOOLEAN ? BooleanNode.FALSE : stored;
    }

    /** A null or an empty text counts as no value for not-null and unique. */
    static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isTextual() && value.textValue().isEmpty();
    }
}
