package org.bindery.store.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;

/** Writes JSON as BSON without loss: what BSON has no type for goes into a marked document. */
final class JsonWriter {

    /** Key of a document that holds a whole number of more than 64 bits; no escaped key looks like it. */
    static final String BIG_INTEGER = "%i";

    /** Key of a document that holds a decimal of more than 34 digits. */
    static final String BIG_DECIMAL = "%d";

    private JsonWriter() {}

    static void write(BsonWriter writer, ObjectNode object) {
        writer.writeStartDocument();
        object.properties().forEach(field -> {
            writer.writeName(FieldNames.escape(field.getKey()));
            writeValue(writer, field.getValue());
        });
        writer.writeEndDocument();
    }

    private static void writeValue(BsonWriter writer, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> write(writer, (ObjectNode) value);
            case ARRAY -> {
                writer.writeStartArray();
                value.forEach(item -> writeValue(writer, item));
                writer.writeEndArray();
            }
            case STRING -> writer.writeString(value.textValue());
            case NUMBER -> writeNumber(writer, value);
            case BOOLEAN -> writer.writeBoolean(value.booleanValue());
            case NULL, MISSING -> writer.writeNull();
            default -> throw new IllegalArgumentException("JSON of type " + value.getNodeType() + " cannot be kept");
        }
    }

    private static void writeNumber(BsonWriter writer, JsonNode number) {
        switch (number.numberType()) {
            case INT -> writer.writeInt32(number.intValue());
            case LONG -> writer.writeInt64(number.longValue());
            case BIG_INTEGER ->
                writeMarked(writer, BIG_INTEGER, number.bigIntegerValue().toString());
            case BIG_DECIMAL -> writeDecimal(writer, number.decimalValue());
            default -> writer.writeDouble(number.doubleValue());
        }
    }

    private static void writeDecimal(BsonWriter writer, BigDecimal decimal) {
        Decimal128 exact = exact(decimal);
        if (exact == null) {
            writeMarked(writer, BIG_DECIMAL, decimal.toString());
        } else {
            writer.writeDecimal128(exact);
        }
    }

    private static Decimal128 exact(BigDecimal decimal) {
        try {
            return new Decimal128(decimal);
        } catch (NumberFormatException tooManyDigits) {
            return null;
        }
    }

    private static void writeMarked(BsonWriter writer, String mark, String text) {
        writer.writeStartDocument();
        writer.writeString(mark, text);
        writer.writeEndDocument();
    }
}
