package org.bindery.store.embedded.internal.key;

import java.util.Arrays;

/**
 * A range of encoded keys: from the lower bound, included, up to the upper bound, excluded.
 * Its bytes are not copied and must not be changed.
 */
public final class KeyRange {

    /** No keys. */
    public static final KeyRange NOTHING = new KeyRange(new byte[] {1}, new byte[] {0});

    private final byte[] low;
    private final byte[] high;

    /** From {@code low} to before {@code high}; null stands for no upper bound. */
    public KeyRange(byte[] low, byte[] high) {
        this.low = low;
        this.high = high;
    }

    /** The first key. */
    public byte[] low() {
        return low;
    }

    /** The first key that is no longer in, or null for no bound. */
    public byte[] high() {
        return high;
    }

    /** All keys. */
    public static KeyRange all() {
        return new KeyRange(new byte[0], null);
    }

    /** All keys that begin with these bytes. */
    public static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, after(prefix));
    }

    /** The smallest bytes that are greater than everything that begins with these, or null if there are none. */
    public static byte[] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }

    /** Whether the key lies in this range. */
    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(low, key) <= 0 && (high == null || Arrays.compareUnsigned(key, high) < 0);
    }

    /** Whether no key can lie in this range. */
    public boolean isEmpty() {
        return high != null && Arrays.compareUnsigned(low, high) >= 0;
    }

    /** What lies in both ranges. */
    public KeyRange and(KeyRange other) {
        byte[] begin = Arrays.compareUnsigned(low, other.low) >= 0 ? low : other.low;
        byte[] end = high;
        if (end == null || other.high != null && Arrays.compareUnsigned(other.high, end) < 0) {
            end = other.high;
        }
        return new KeyRange(begin, end);
    }

    /** This range behind a common beginning. */
    public KeyRange behind(byte[] prefix) {
        byte[] end = high == null ? after(prefix) : concat(prefix, high);
        return new KeyRange(concat(prefix, low), end);
    }

    /** The same values in a field that is stored in descending order. */
    public KeyRange descending() {
        byte[] end = after(complement(low));
        if (high == null) {
            return new KeyRange(new byte[0], end);
        }
        byte[] begin = after(complement(high));
        return begin == null ? NOTHING : new KeyRange(begin, end);
    }

    private static byte[] complement(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) ~bytes[i];
        }
        return result;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }
}
