package org.bindery.store.embedded.internal.match;

import java.util.Arrays;
import org.bindery.store.embedded.internal.key.KeyTag;
import org.bindery.store.embedded.internal.key.KeyWriter;

/** MongoDB's order of values: the order of the index keys, with short cuts for the common types. */
public final class ValueOrder {

    private ValueOrder() {}

    /** Compares any two values. */
    public static int compare(Object first, Object second) {
        if (first instanceof String one && second instanceof String other) {
            return compareTexts(one, other);
        }
        if (first instanceof Integer one && second instanceof Integer other) {
            return Integer.compare(one, other);
        }
        if (first instanceof Long one && second instanceof Long other) {
            return Long.compare(one, other);
        }
        return Arrays.compareUnsigned(KeyWriter.key(first), KeyWriter.key(second));
    }

    /** Whether two values are equal; 1 and 1.0 are, null and missing are. */
    public static boolean equal(Object first, Object second) {
        return KeyTag.of(first) == KeyTag.of(second) && compare(first, second) == 0;
    }

    /** By code points, as the bytes of UTF-8 are ordered; Java's own order differs beyond the basic plane. */
    private static int compareTexts(String one, String other) {
        int size = Math.min(one.length(), other.length());
        for (int i = 0; i < size; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothPlain = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothPlain ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
