package org.bindery.store.embedded.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Documents of every shape that matters to a planner: few distinct values, many types. */
final class RandomValues {

    private static final List<String> WORDS = List.of("", "a", "ab", "b", "Book", "map", "Zebra", "ä");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /**
     * Fields: a and b of any type, n always a number, g a small int, s text, t a list of scalars, d a document, l a
     * list of documents; all but n and g may be missing.
     */
    Document document(int id) {
        Document made = new Document("_id", id);
        maybe(made, "a", any());
        maybe(made, "b", scalar());
        made.append("n", number()).append("g", random.nextInt(4));
        maybe(made, "s", word());
        maybe(made, "t", list());
        maybe(made, "d", new Document("x", scalar()).append("y", number()));
        maybe(made, "l", documents());
        return made;
    }

    private void maybe(Document made, String field, Object value) {
        if (random.nextInt(5) > 0) {
            made.append(field, value);
        }
    }

    Object any() {
        return switch (random.nextInt(8)) {
            case 0 -> list();
            case 1 -> new Document("x", scalar());
            default -> scalar();
        };
    }

    /** Anything but arrays and documents. */
    Object scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> Date.from(Instant.ofEpochSecond(random.nextInt(4) * 86_400L));
            case 3 -> new ObjectId(String.format("%024x", random.nextInt(4)));
            case 4, 5 -> word();
            default -> number();
        };
    }

    /** A value that has an order: never null. */
    Object ordered() {
        Object value = scalar();
        return value == null ? number() : value;
    }

    Number number() {
        int value = random.nextInt(9) - 3;
        return switch (random.nextInt(4)) {
            case 0 -> (long) value;
            case 1 -> (double) value;
            case 2 -> value + 0.5;
            default -> value;
        };
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    List<Object> list() {
        List<Object> made = new ArrayList<>();
        IntStream.range(0, random.nextInt(4)).forEach(at -> made.add(random.nextInt(3) == 0 ? word() : number()));
        return made;
    }

    private List<Document> documents() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(at -> new Document("k", word()).append("v", number()))
                .toList();
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int below(int end) {
        return random.nextInt(end);
    }
}
