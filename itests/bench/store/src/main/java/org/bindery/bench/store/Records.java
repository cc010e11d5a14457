package org.bindery.bench.store;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/** Records of about 0.8 KB with nested parts, the same for every contender. */
final class Records {

    static final int TYPES = 20;
    static final int PER_OWNER = 50;
    private static final long FIRST_DAY = 1_500_000_000_000L;
    private static final long MINUTE = 60_000;

    private Records() {}

    static Document record(int number) {
        Random random = new Random(number);
        List<Document> agents = IntStream.range(0, 4)
                .mapToObj(at -> new Document("name", word(random, 12))
                        .append("role", word(random, 8))
                        .append("since", random.nextInt(500)))
                .toList();
        return new Document("_id", number)
                .append("type", "type" + number % TYPES)
                .append("owner", owner(number))
                .append("date", date(number))
                .append("version", 1)
                .append("title", new Document("de", word(random, 60)).append("en", word(random, 60)))
                .append("agents", agents)
                .append("tags", List.of(word(random, 8), word(random, 8), word(random, 8)))
                .append("note", word(random, 240));
    }

    static String owner(int number) {
        return "owner" + number / PER_OWNER;
    }

    static Instant date(int number) {
        return Instant.ofEpochMilli(FIRST_DAY + number * MINUTE);
    }

    private static String word(Random random, int letters) {
        StringBuilder made = new StringBuilder(letters);
        for (int at = 0; at < letters; at++) {
            made.append((char) ('a' + random.nextInt(26)));
        }
        return made.toString();
    }
}
