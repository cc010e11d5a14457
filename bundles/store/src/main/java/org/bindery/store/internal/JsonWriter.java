package org.bindery.store.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.bindery.hub.store.UnstorableContentException;
import org.bson.BsonBinary;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;

/** Writes JSON as BSON without loss: what BSON has no type for goes into a marked document. */
final class JsonWriter {

    /** Key of a document that holds a whole number of more than 64 bits; no escaped key looks like it. */
    static final String BIG_INTEGER = "%i";

    /** Key of a document that holds a decimal of more than 34 digits. */
    static final String BIG_DECIMAL = "%n";

    /** Key of a document that holds text with half a surrogate pair, which UTF-8 cannot hold, as UTF-16. */
    static final String ODD_TEXT = "%t";

    /** MongoDB stores 100 levels; the record around the content takes some. */
    static final int DEEPEST = 90;

    private JsonWriter() {}

    /**
     * Writes an object.
     *
     * @throws UnstorableContentException if it nests too deep
     */
    static void write(BsonWriter writer, ObjectNode object) {
        writeObject(writer, object, 1);
    }

    private static void writeObject(BsonWriter writer, ObjectNode object, int depth) {
        checkDepth(depth);
        writer.writeStartDocument();
        object.properties().forEach(field -> {
            writer.writeName(FieldNames.escape(field.getKey()));
            writeValue(writer, field.getValue(), depth);
        });
        writer.writeEndDocument();
    }

    private static void writeArray(BsonWriter writer, JsonNode array, int depth) {
        checkDepth(depth);
        writer.writeStartArray();
        array.forEach(item -> writeValue(writer, item, depth));
        writer.writeEndArray();
    }

    private static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new UnstorableContentException("The content nests deeper than " + DEEPEST + " levels.", null);
        }
    }

    private static void writeValue(BsonWriter writer, JsonNode value, int depth) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(writer, (ObjectNode) value, depth + 1);
            case ARRAY -> writeArray(writer, value, depth + 1);
            case STRING -> writeText(writer, value.textValue());
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
            // By its text: 1.1f as a double would read 1.100000023841858.
            default -> writer.writeDouble(Double.parseDouble(number.asText()));
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

    /** The same number with the same digits, or null: at its edges Decimal128 moves the exponent. */
    private static Decimal128 exact(BigDecimal decimal) {
        try {
            Decimal128 exact = new Decimal128(decimal);
            return exact.bigDecimalValue().scale() == decimal.scale() ? exact : null;
        } catch (NumberFormatException tooManyDigits) {
            return null;
        }
    }

    private static void writeText(BsonWriter writer, String text) {
        if (!FieldNames.hasLoneSurrogate(text)) {
            writer.writeString(text);
            return;
        }
        writer.writeStartDocument();
        writer.writeBinaryData(ODD_TEXT, new BsonBinary(utf16(text)));
        writer.writeEndDocument();
    }

    /** Not by a charset: its encoder would replace what is kept here. */
    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    private static void writeMarked(BsonWriter writer, String mark, String text) {
        writer.writeStartDocument();
        writer.writeString(mark, text);
        writer.writeEndDocument();
    }
}
