package org.bindery.store.embedded.internal.bson;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Writes documents of the query layer as BSON, binary subtypes included. Not thread-safe. */
public final class BsonWriter {

    private static final int FIRST_SIZE = 512;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    /** The document as BSON. */
    public static byte[] toBytes(Map<String, ?> document) {
        BsonWriter writer = new BsonWriter();
        writer.document(document);
        return Arrays.copyOf(writer.bytes, writer.length);
    }

    private void document(Map<String, ?> document) {
        int start = length;
        int32(0);
        for (Map.Entry<String, ?> entry : document.entrySet()) {
            element(entry.getKey(), entry.getValue());
        }
        finish(start);
    }

    private void array(Collection<?> values) {
        int start = length;
        int32(0);
        int position = 0;
        for (Object value : values) {
            element(Integer.toString(position++), value instanceof Missing ? null : value);
        }
        finish(start);
    }

    private void finish(int start) {
        put(0);
        int end = length;
        length = start;
        int32(end - start);
        length = end;
    }

    private void element(String name, Object value) {
        int type = length;
        put(0);
        cstring(name);
        int code = value(value);
        bytes[type] = (byte) code;
    }

    /** Writes the value and answers its type. */
    private int value(Object value) {
        if (value instanceof String text) {
            string(text);
            return 0x02;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            Map<String, ?> document = (Map<String, ?>) map;
            document(document);
            return 0x03;
        }
        if (value instanceof Collection<?> values) {
            array(values);
            return 0x04;
        }
        return rareValue(value);
    }

    private int number(Number number) {
        if (number instanceof Integer) {
            int32(number.intValue());
            return 0x10;
        }
        if (number instanceof Long) {
            int64(number.longValue());
            return 0x12;
        }
        if (number instanceof Double) {
            int64(Double.doubleToRawLongBits(number.doubleValue()));
            return 0x01;
        }
        if (number instanceof Decimal128 decimal) {
            int64(decimal.getLow());
            int64(decimal.getHigh());
            return 0x13;
        }
        throw new IllegalArgumentException(
                "no BSON type for " + number.getClass().getName());
    }

    private int rareValue(Object value) {
        if (value == null) {
            return 0x0A;
        }
        if (value instanceof Boolean flag) {
            put(flag ? 1 : 0);
            return 0x08;
        }
        if (value instanceof ObjectId id) {
            raw(id.toByteArray());
            return 0x07;
        }
        if (value instanceof Instant instant) {
            int64(instant.toEpochMilli());
            return 0x09;
        }
        if (value instanceof BsonTimestamp timestamp) {
            int64(timestamp.getValue());
            return 0x11;
        }
        if (value instanceof BsonRegularExpression pattern) {
            cstring(pattern.getPattern());
            cstring(pattern.getOptions() == null ? "" : pattern.getOptions());
            return 0x0B;
        }
        if (value instanceof BsonJavaScript script) {
            string(script.getCode());
            return 0x0D;
        }
        if (value instanceof Undefined) {
            return 0x06;
        }
        if (value instanceof MinKey) {
            return 0xFF;
        }
        if (value instanceof MaxKey) {
            return 0x7F;
        }
        binary(value);
        return 0x05;
    }

    private void binary(Object value) {
        if (value instanceof BinData data) {
            binary(0, data.getData());
        } else if (value instanceof TypedBinary typed) {
            binary(typed.subtype(), typed.data());
        } else if (value instanceof UUID uuid) {
            int32(16);
            put(4);
            int64(Long.reverseBytes(uuid.getMostSignificantBits()));
            int64(Long.reverseBytes(uuid.getLeastSignificantBits()));
        } else if (value instanceof LegacyUUID legacy) {
            int32(16);
            put(3);
            int64(legacy.getUuid().getMostSignificantBits());
            int64(legacy.getUuid().getLeastSignificantBits());
        } else {
            throw new IllegalArgumentException(
                    "no BSON type for " + value.getClass().getName());
        }
    }

    private void binary(int subtype, byte[] data) {
        int32(data.length);
        put(subtype);
        raw(data);
    }

    private void string(String text) {
        int start = length;
        int32(0);
        utf8(text);
        put(0);
        int end = length;
        length = start;
        int32(end - start - 4);
        length = end;
    }

    private void cstring(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name or pattern must not contain a NUL character");
        }
        utf8(text);
        put(0);
    }

    private void utf8(String text) {
        int size = text.length();
        ensure(size);
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                raw(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    private void int32(int value) {
        ensure(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void int64(long value) {
        ensure(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void put(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    private void raw(byte[] data) {
        ensure(data.length);
        System.arraycopy(data, 0, bytes, length, data.length);
        length += data.length;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
