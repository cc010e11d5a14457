package org.bindery.store.embedded.internal.key;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.bindery.store.embedded.internal.bson.TypedBinary;

/**
 * Encodes values so that the order of the bytes is MongoDB's order of the values, and equal values have equal bytes
 * (1, 1L and 1.0 are equal). No encoded value is the beginning of another, so keys of several fields are simply one
 * after the other, and a descending field is its complement.
 */
public final class KeyWriter {

    private static final int ESCAPE = 0xFF;

    private byte[] bytes = new byte[48];
    private int length;

    /** The key of one value. */
    public static byte[] key(Object value) {
        return new KeyWriter().add(value).toBytes();
    }

    /** Appends a value in ascending order. */
    public KeyWriter add(Object value) {
        int tag = KeyTag.of(value);
        put(tag);
        payload(tag, value);
        return this;
    }

    /** Appends a value in descending order. */
    public KeyWriter addDescending(Object value) {
        int start = length;
        add(value);
        for (int i = start; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    /** Appends bytes that are encoded already. */
    public KeyWriter addEncoded(byte[] encoded) {
        raw(encoded);
        return this;
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void payload(int tag, Object value) {
        switch (tag) {
            case KeyTag.NUMBER -> NumberKey.write((Number) value, this);
            case KeyTag.STRING -> text((String) value);
            case KeyTag.DOCUMENT -> document((Map<?, ?>) value);
            case KeyTag.ARRAY -> array((Collection<?>) value);
            case KeyTag.BINARY -> binary(value);
            case KeyTag.OBJECT_ID -> raw(((ObjectId) value).toByteArray());
            case KeyTag.BOOLEAN -> put((Boolean) value ? 1 : 0);
            case KeyTag.DATE -> int64(((Instant) value).toEpochMilli() ^ Long.MIN_VALUE);
            case KeyTag.TIMESTAMP -> int64(((BsonTimestamp) value).getValue());
            case KeyTag.REGEX -> regex((BsonRegularExpression) value);
            case KeyTag.SCRIPT -> text(((BsonJavaScript) value).getCode());
            default -> {
                // the tag says everything
            }
        }
    }

    /** UTF-8 with a doubled mark for NUL, so that the end sorts before every further character. */
    void text(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
            if (b == 0) {
                put(ESCAPE);
            }
        }
        put(0);
        put(0);
    }

    private void document(Map<?, ?> document) {
        for (Map.Entry<?, ?> entry : document.entrySet()) {
            int tag = KeyTag.of(entry.getValue());
            put(tag);
            text((String) entry.getKey());
            payload(tag, entry.getValue());
        }
        put(KeyTag.END);
    }

    private void array(Collection<?> values) {
        for (Object value : values) {
            add(value);
        }
        put(KeyTag.END);
    }

    private void binary(Object value) {
        if (value instanceof BinData data) {
            binary(0, data.getData());
        } else if (value instanceof TypedBinary typed) {
            binary(typed.subtype(), typed.data());
        } else if (value instanceof UUID uuid) {
            binary(4, bytes(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()));
        } else {
            UUID uuid = ((LegacyUUID) value).getUuid();
            long high = Long.reverseBytes(uuid.getMostSignificantBits());
            binary(3, bytes(high, Long.reverseBytes(uuid.getLeastSignificantBits())));
        }
    }

    private static byte[] bytes(long high, long low) {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    private void binary(int subtype, byte[] data) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(data.length >>> shift);
        }
        put(subtype);
        raw(data);
    }

    private void regex(BsonRegularExpression regex) {
        text(regex.getPattern());
        text(regex.getOptions() == null ? "" : regex.getOptions());
    }

    void int64(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void put(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    void raw(byte[] data) {
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
