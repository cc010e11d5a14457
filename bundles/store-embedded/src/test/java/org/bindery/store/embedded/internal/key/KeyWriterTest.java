package org.bindery.store.embedded.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bindery.store.embedded.internal.RandomValues;
import org.junit.jupiter.api.Test;

/** Tests {@link KeyWriter}, {@link NumberKey}, {@link KeyTag}, {@link EmptyArray} and {@link KeyRange}. */
class KeyWriterTest {

    private static final long SEED = System.nanoTime();

    private final Random random = new Random(SEED);

    @Test
    void typesComeInMongosOrder() {
        List<Object> ascending = Arrays.asList(
                MinKey.getInstance(),
                EmptyArray.INSTANCE,
                null,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                -1,
                0,
                1.5,
                Long.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                "",
                "a",
                new Document(),
                new Document("a", 1),
                List.of(),
                List.of(1),
                new BinData(new byte[0]),
                new ObjectId(new byte[12]),
                false,
                true,
                Instant.ofEpochMilli(-1),
                Instant.EPOCH,
                new BsonRegularExpression("a", ""),
                MaxKey.getInstance());
        for (int i = 1; i < ascending.size(); i++) {
            assertThat(compare(ascending.get(i - 1), ascending.get(i)))
                    .as("%s before %s", ascending.get(i - 1), ascending.get(i))
                    .isNegative();
        }
    }

    @Test
    void numbersOfAllTypesAreOrderedExactly() {
        for (int i = 0; i < 20_000; i++) {
            Number one = RandomValues.number(random);
            Number other = RandomValues.number(random);
            int expected = Integer.signum(exactly(one, other));
            assertThat(Integer.signum(compare(one, other)))
                    .as("seed %d: %s and %s", SEED, one, other)
                    .isEqualTo(expected);
        }
    }

    private static int exactly(Number one, Number other) {
        double a = one.doubleValue();
        double b = other.doubleValue();
        boolean infinite = isInfinity(one) || isInfinity(other);
        return infinite
                ? Double.compare(rank(one, a), rank(other, b))
                : exact(one).compareTo(exact(other));
    }

    private static double rank(Number number, double near) {
        return isInfinity(number) ? near : Math.max(-1, Math.min(1, near));
    }

    private static boolean isInfinity(Number number) {
        return number instanceof Double && Double.isInfinite(number.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof Decimal128 decimal) {
            return decimal.toBigDecimal();
        }
        return number instanceof Double ? new BigDecimal(number.doubleValue()) : BigDecimal.valueOf(number.longValue());
    }

    @Test
    void textsAreOrderedByCodePoints() {
        String[] texts = {"", "\0", "\0a", "a", "a\0", "a\0b", "aa", "b", "ä", "\uFFFD", "\uD83D\uDE00"};
        for (int i = 1; i < texts.length; i++) {
            assertThat(compare(texts[i - 1], texts[i])).as(texts[i]).isNegative();
        }
    }

    @Test
    void equalNumbersHaveEqualKeysAlsoInside() {
        assertThat(KeyWriter.key(1)).isEqualTo(KeyWriter.key(1L)).isEqualTo(KeyWriter.key(1.0));
        assertThat(KeyWriter.key(0.0)).isEqualTo(KeyWriter.key(-0.0));
        assertThat(KeyWriter.key(new Document("a", List.of(1, 2L))))
                .isEqualTo(KeyWriter.key(new Document("a", List.of(1.0, 2))));
        assertThat(KeyWriter.key(new Decimal128(new BigDecimal("0.10"))))
                .isEqualTo(KeyWriter.key(new Decimal128(new BigDecimal("0.1"))))
                .isNotEqualTo(KeyWriter.key(0.1));
    }

    @Test
    void noKeyIsTheBeginningOfAnother() {
        for (int i = 0; i < 5000; i++) {
            byte[] one = KeyWriter.key(RandomValues.value(random, 3));
            byte[] other = KeyWriter.key(RandomValues.value(random, 3));
            boolean begins = one.length < other.length && Arrays.equals(one, 0, one.length, other, 0, one.length);
            assertThat(begins).as("seed %d", SEED).isFalse();
        }
    }

    @Test
    void theOrderIsTransitiveAndDescendingIsItsReverse() {
        for (int i = 0; i < 5000; i++) {
            Object one = RandomValues.value(random, 3);
            Object other = RandomValues.value(random, 3);
            int ascending = compare(one, other);
            int descending = Arrays.compareUnsigned(
                    new KeyWriter().addDescending(one).toBytes(),
                    new KeyWriter().addDescending(other).toBytes());
            assertThat(Integer.signum(descending))
                    .as("seed %d: %s and %s", SEED, one, other)
                    .isEqualTo(-Integer.signum(ascending));
        }
    }

    @Test
    void rangesHoldExactlyTheirValuesInBothDirections() {
        for (int i = 0; i < 5000; i++) {
            Object bound = RandomValues.value(random, 2);
            Object value = RandomValues.value(random, 2);
            byte[] key = KeyWriter.key(bound);
            KeyRange below = new KeyRange(new byte[0], key);
            KeyRange upTo = new KeyRange(new byte[0], KeyRange.after(key));
            KeyRange from = new KeyRange(key, null);
            int order = compare(value, bound);
            byte[] up = KeyWriter.key(value);
            byte[] down = new KeyWriter().addDescending(value).toBytes();
            assertThat(List.of(below.contains(up), upTo.contains(up), from.contains(up)))
                    .as("seed %d: %s and %s", SEED, value, bound)
                    .isEqualTo(List.of(order < 0, order <= 0, order >= 0))
                    .isEqualTo(List.of(
                            below.descending().contains(down),
                            upTo.descending().contains(down),
                            from.descending().contains(down)));
        }
    }

    @Test
    void rangesBehindABeginningAndCommonRanges() {
        byte[] type = KeyWriter.key("t");
        KeyRange all = KeyRange.all().behind(type);
        assertThat(all.contains(new KeyWriter().add("t").add(5).toBytes())).isTrue();
        assertThat(all.contains(new KeyWriter().add("u").add(5).toBytes())).isFalse();
        KeyRange both = new KeyRange(KeyWriter.key(1), null).and(new KeyRange(new byte[0], KeyWriter.key(3)));
        assertThat(both.contains(KeyWriter.key(2))).isTrue();
        assertThat(both.contains(KeyWriter.key(3))).isFalse();
        assertThat(KeyRange.NOTHING.isEmpty()).isTrue();
        assertThat(KeyRange.after(new byte[] {(byte) 0xFF})).isNull();
        assertThat(KeyRange.startingWith(type).contains(type)).isTrue();
    }

    @Test
    void aValueOfNoTypeIsRefused() {
        assertThatThrownBy(() -> KeyTag.of(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    private static int compare(Object one, Object other) {
        return Arrays.compareUnsigned(KeyWriter.key(one), KeyWriter.key(other));
    }
}
