package org.bindery.store.embedded.internal.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Reads BSON into documents of the query layer. Nesting is limited before it is followed, every length is checked
 * against the bytes that are there, and binary subtypes are kept.
 */
public final class BsonReader {

    private final byte[] bytes;
    private final int depthLimit;
    private int position;

    private BsonReader(byte[] bytes, int position, int depthLimit) {
        this.bytes = bytes;
        this.position = position;
        this.depthLimit = depthLimit;
    }

    /** Reads the document that starts at this offset. */
    public static Document read(byte[] bytes, int offset, int depthLimit) {
        return new BsonReader(bytes, offset, depthLimit).document(1);
    }

    private Document document(int depth) {
        Document document = new Document();
        int end = start(depth);
        for (byte type = bytes[position++]; type != 0; type = next(end)) {
            String name = cstring(end);
            if (document.put(name, value(type, end, depth)) != null) {
                throw new BsonFormatException("field '" + name + "' occurs twice");
            }
        }
        finish(end);
        return document;
    }

    private List<Object> array(int depth) {
        List<Object> values = new ArrayList<>();
        int end = start(depth);
        for (byte type = bytes[position++]; type != 0; type = next(end)) {
            skipName(end);
            values.add(value(type, end, depth));
        }
        finish(end);
        return values;
    }

    private int start(int depth) {
        if (depth > depthLimit) {
            throw new BsonFormatException("nested deeper than " + depthLimit + " levels");
        }
        int start = position;
        int size = int32(bytes.length);
        if (size < 5 || size > bytes.length - start) {
            throw new BsonFormatException("document length " + size + " does not fit the bytes that are there");
        }
        return start + size;
    }

    private byte next(int end) {
        if (position >= end) {
            throw new BsonFormatException("document without end mark");
        }
        return bytes[position++];
    }

    private void finish(int end) {
        if (position != end) {
            throw new BsonFormatException("document ends before its length");
        }
    }

    private Object value(byte type, int end, int depth) {
        return switch (type) {
            case 0x01 -> Double.longBitsToDouble(int64(end));
            case 0x02 -> string(end);
            case 0x03 -> document(depth + 1);
            case 0x04 -> array(depth + 1);
            case 0x05 -> binary(end);
            case 0x06 -> Undefined.INSTANCE;
            case 0x0A -> null;
            case 0x07 -> new ObjectId(raw(12, end));
            case 0x08 -> flag(end);
            case 0x09 -> Instant.ofEpochMilli(int64(end));
            case 0x10 -> int32(end);
            case 0x12 -> int64(end);
            default -> rareValue(type, end);
        };
    }

    private Object rareValue(byte type, int end) {
        return switch (type) {
            case 0x0B -> new BsonRegularExpression(cstring(end), cstring(end));
            case 0x0D -> new BsonJavaScript(string(end));
            case 0x11 -> new BsonTimestamp(int64(end));
            case 0x13 -> new Decimal128(int64(end), int64(end));
            case 0x7F -> MaxKey.getInstance();
            case (byte) 0xFF -> MinKey.getInstance();
            default ->
                throw new BsonFormatException(
                        "BSON type 0x" + Integer.toHexString(type & 0xFF) + " is not supported by the embedded store");
        };
    }

    private Boolean flag(int end) {
        byte value = raw(1, end)[0];
        if (value != 0 && value != 1) {
            throw new BsonFormatException("boolean that is neither 0 nor 1");
        }
        return value == 1;
    }

    private Object binary(int end) {
        int size = int32(end);
        byte subtype = raw(1, end)[0];
        byte[] data = raw(size, end);
        if (subtype == 0) {
            return new BinData(data);
        }
        if (subtype == 4 && size == 16) {
            return new UUID(bigEndian(data, 0), bigEndian(data, 8));
        }
        if (subtype == 3 && size == 16) {
            return new LegacyUUID(Long.reverseBytes(bigEndian(data, 0)), Long.reverseBytes(bigEndian(data, 8)));
        }
        return new TypedBinary(subtype, data);
    }

    private static long bigEndian(byte[] data, int offset) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | data[offset + i] & 0xFF;
        }
        return value;
    }

    private String string(int end) {
        int size = int32(end);
        if (size < 1 || size > end - position || bytes[position + size - 1] != 0) {
            throw new BsonFormatException("string with a wrong length");
        }
        String text = new String(bytes, position, size - 1, StandardCharsets.UTF_8);
        position += size;
        return text;
    }

    private String cstring(int end) {
        int start = position;
        skipName(end);
        return new String(bytes, start, position - 1 - start, StandardCharsets.UTF_8);
    }

    private void skipName(int end) {
        while (position < end && bytes[position] != 0) {
            position++;
        }
        if (position >= end) {
            throw new BsonFormatException("name without end mark");
        }
        position++;
    }

    private byte[] raw(int size, int end) {
        need(size, end);
        position += size;
        return Arrays.copyOfRange(bytes, position - size, position);
    }

    private int int32(int end) {
        need(4, end);
        int value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | bytes[position + i] & 0xFF;
        }
        position += 4;
        return value;
    }

    private long int64(int end) {
        need(8, end);
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[position + i] & 0xFF;
        }
        position += 8;
        return value;
    }

    private void need(int size, int end) {
        if (size < 0 || size > end - position) {
            throw new BsonFormatException("value runs beyond its document");
        }
    }
}
