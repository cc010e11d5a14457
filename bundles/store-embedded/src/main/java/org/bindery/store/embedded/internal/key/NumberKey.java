package org.bindery.store.embedded.internal.key;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Encodes a number as the nearest double in an ordered form, and, only where the double is not exact (long integers
 * beyond 2^53, decimals), the exact digits behind it. NaN comes before every other number, as in MongoDB.
 */
final class NumberKey {

    private static final int BELOW = 1;
    private static final int EXACT = 2;
    private static final int ABOVE = 3;
    private static final int EXPONENT_OFFSET = 0x4000;
    private static final long EXACT_INTEGERS = 1L << 53;

    private NumberKey() {}

    static void write(Number number, KeyWriter key) {
        double near = number.doubleValue();
        if (Double.isNaN(near)) {
            key.int64(0);
            key.put(EXACT);
            return;
        }
        key.int64(ordered(near == 0 ? 0 : near));
        if (isExact(number)) {
            key.put(EXACT);
        } else {
            writeRest(exact(number), near, key);
        }
    }

    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ (bits >> 63 & Long.MAX_VALUE) ^ Long.MIN_VALUE;
    }

    private static boolean isExact(Number number) {
        if (number instanceof Long) {
            long value = number.longValue();
            return value <= EXACT_INTEGERS && value >= -EXACT_INTEGERS;
        }
        return !(number instanceof Decimal128 decimal) || isInfinite(decimal);
    }

    private static boolean isInfinite(Decimal128 decimal) {
        return decimal.equals(Decimal128.POSITIVE_INFINITY) || decimal.equals(Decimal128.NEGATIVE_INFINITY);
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Decimal128 decimal ? decimal.toBigDecimal() : BigDecimal.valueOf(number.longValue());
    }

    private static void writeRest(BigDecimal exact, double near, KeyWriter key) {
        int side = Double.isInfinite(near) ? (near > 0 ? -1 : 1) : exact.compareTo(new BigDecimal(near));
        if (side == 0) {
            key.put(EXACT);
            return;
        }
        key.put(side < 0 ? BELOW : ABOVE);
        writeDigits(exact, key);
    }

    /** Exponent and digits; complemented for negative numbers, where more means less. */
    private static void writeDigits(BigDecimal exact, KeyWriter key) {
        BigDecimal plain = exact.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() + EXPONENT_OFFSET;
        byte[] digits = plain.unscaledValue().abs().toString().getBytes(StandardCharsets.US_ASCII);
        int mask = exact.signum() < 0 ? 0xFF : 0;
        key.put(exponent >>> 8 ^ mask);
        key.put(exponent ^ mask);
        for (byte digit : digits) {
            key.put(digit ^ mask);
        }
        key.put(mask);
    }
}
