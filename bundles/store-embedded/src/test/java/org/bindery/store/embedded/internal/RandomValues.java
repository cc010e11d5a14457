package org.bindery.store.embedded.internal;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bindery.store.embedded.internal.bson.TypedBinary;

/** Random values of every type, with a taste for the awkward ones. */
public final class RandomValues {

    private static final long[] LONGS = {
        0, 1, -1, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        0.1,
        1.5,
        -1.5,
        1e300,
        -1e300,
        Double.MIN_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        9.007199254740992E15,
        0x1p63
    };
    private static final String[] DECIMALS = {
        "0", "0.1", "0.10", "1", "-1.5", "1E-30", "-1E-30", "1E+400", "-1E+400", "9223372036854775807.5"
    };
    private static final String[] TEXTS = {
        "", "a", "aa", "ab", "b", "a\0", "a\0b", "\0", "ä", "\uFFFD", "\uD83D\uDE00", "A"
    };

    private RandomValues() {}

    public static Document document(Random random, int depth) {
        Document document = new Document();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            document.put("f" + random.nextInt(8), value(random, depth - 1));
        }
        return document;
    }

    public static Object value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 7);
        return switch (kind) {
            case 7 -> document(random, depth);
            case 8 -> array(random, depth);
            case 6 -> rare(random);
            case 5 -> TEXTS[random.nextInt(TEXTS.length)];
            default -> number(random);
        };
    }

    private static List<Object> array(Random random, int depth) {
        List<Object> values = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            values.add(value(random, depth - 1));
        }
        return values;
    }

    public static Number number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(10) - 5;
            case 1 -> LONGS[random.nextInt(LONGS.length)];
            case 2 -> DOUBLES[random.nextInt(DOUBLES.length)];
            case 3 -> new Decimal128(new BigDecimal(DECIMALS[random.nextInt(DECIMALS.length)]));
            case 4 -> random.nextLong();
            default -> random.nextDouble() * 10 - 5;
        };
    }

    private static Object rare(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> Instant.ofEpochMilli(random.nextInt(2000) - 1000);
            case 3 -> new BsonTimestamp(random.nextLong());
            case 4 -> new ObjectId(bytes(random, 12));
            case 5 -> new UUID(random.nextLong(), random.nextLong());
            case 6 -> new BinData(bytes(random, random.nextInt(4)));
            case 7 -> new TypedBinary((byte) 5, bytes(random, random.nextInt(4)));
            case 8 -> MinKey.getInstance();
            case 9 -> MaxKey.getInstance();
            default -> TEXTS[random.nextInt(TEXTS.length)];
        };
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
