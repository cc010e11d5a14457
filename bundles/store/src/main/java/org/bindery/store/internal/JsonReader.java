package org.bindery.store.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Set;
import org.bson.BsonReader;
import org.bson.BsonType;

/** Reads back what {@link JsonWriter} wrote. */
final class JsonReader {

    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private static final Set<String> MARKS =
            Set.of(JsonWriter.BIG_INTEGER, JsonWriter.BIG_DECIMAL, JsonWriter.ODD_TEXT);

    private JsonReader() {}

    static ObjectNode read(BsonReader reader) {
        ObjectNode object = JSON.objectNode();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            object.set(FieldNames.unescape(name), readValue(reader));
        }
        reader.readEndDocument();
        return object;
    }

    private static JsonNode readValue(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case DOCUMENT -> readDocument(reader);
            case ARRAY -> readArray(reader);
            case STRING -> JSON.textNode(reader.readString());
            case INT32 -> JSON.numberNode(reader.readInt32());
            case INT64 -> JSON.numberNode(reader.readInt64());
            case DOUBLE -> JSON.numberNode(reader.readDouble());
            case DECIMAL128 -> JSON.numberNode(reader.readDecimal128().bigDecimalValue());
            case BOOLEAN -> JSON.booleanNode(reader.readBoolean());
            case NULL -> {
                reader.readNull();
                yield JSON.nullNode();
            }
            default ->
                throw new IllegalStateException(
                        "A stored document holds a " + reader.getCurrentBsonType() + ", which Bindery never writes");
        };
    }

    private static JsonNode readDocument(BsonReader reader) {
        ObjectNode object = JSON.objectNode();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            if (MARKS.contains(name)) {
                JsonNode value = readMarked(reader, name);
                reader.readBsonType();
                reader.readEndDocument();
                return value;
            }
            object.set(FieldNames.unescape(name), readValue(reader));
        }
        reader.readEndDocument();
        return object;
    }

    private static JsonNode readMarked(BsonReader reader, String mark) {
        return switch (mark) {
            case JsonWriter.BIG_INTEGER -> JSON.numberNode(new BigInteger(reader.readString()));
            case JsonWriter.BIG_DECIMAL -> JSON.numberNode(new BigDecimal(reader.readString()));
            default ->
                JSON.textNode(ByteBuffer.wrap(reader.readBinaryData().getData())
                        .asCharBuffer()
                        .toString());
        };
    }

    private static ArrayNode readArray(BsonReader reader) {
        ArrayNode array = JSON.arrayNode();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            array.add(readValue(reader));
        }
        reader.readEndArray();
        return array;
    }
}
