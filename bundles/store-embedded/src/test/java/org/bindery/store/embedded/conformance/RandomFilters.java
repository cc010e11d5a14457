package org.bindery.store.embedded.conformance;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;

/** Filters over the documents of {@link RandomValues}; what is left out is listed in the oracle's README. */
final class RandomFilters {

    private static final List<String> PLAIN = List.of("_id", "a", "b", "n", "g", "s", "t", "d.x", "d.y");
    private static final List<String> LISTS = List.of("a", "t", "l");
    private static final List<String> DOTTED = List.of("l.k", "l.v", "t.0", "d.x", "d.y");
    private static final List<String> ORDER = List.of("$gt", "$gte", "$lt", "$lte");
    private static final List<String> TYPES =
            List.of("number", "string", "bool", "date", "objectId", "null", "array", "object");
    private static final List<String> PATTERNS = List.of("^a", "^ab", "b$", "o+", "^$", "^Z", "^(a|b)", "[ä]");

    private final RandomValues values;

    RandomFilters(Random random) {
        this.values = new RandomValues(random);
    }

    Document filter(int depth) {
        if (depth > 0 && values.chance(3)) {
            return logic(depth);
        }
        Document made = condition();
        if (values.chance(3)) {
            condition().forEach(made::putIfAbsent);
        }
        return made;
    }

    private Document logic(int depth) {
        String operator = values.one(List.of("$and", "$or", "$nor", "$or", "$and"));
        List<Document> parts = IntStream.rangeClosed(0, 1 + values.below(2))
                .mapToObj(at -> filter(depth - 1))
                .toList();
        return new Document(operator, parts);
    }

    private Document condition() {
        List<Supplier<Document>> kinds = List.of(
                this::equal,
                this::equal,
                this::range,
                this::range,
                this::in,
                this::existence,
                this::type,
                this::lists,
                this::text,
                this::mod,
                this::not,
                this::dotted);
        return values.one(kinds).get();
    }

    private Document equal() {
        String field = values.one(PLAIN);
        Object value = values.chance(10) ? wholeValue() : values.scalar();
        return values.chance(3)
                ? new Document(field, new Document(values.chance(2) ? "$ne" : "$eq", value))
                : new Document(field, value);
    }

    private Object wholeValue() {
        return values.chance(2) ? new Document("x", values.scalar()) : List.of(values.number(), values.word());
    }

    private Document range() {
        String field = values.one(PLAIN);
        Document bounds = new Document(values.one(ORDER), values.chance(12) ? null : values.ordered());
        if (values.chance(2)) {
            bounds.append(values.one(ORDER), values.ordered());
        }
        return new Document(field, bounds);
    }

    private Document in() {
        List<Object> choices = IntStream.range(0, values.below(5))
                .mapToObj(at -> values.scalar())
                .toList();
        return new Document(values.one(PLAIN), new Document(values.chance(3) ? "$nin" : "$in", choices));
    }

    private Document existence() {
        return new Document(values.one(PLAIN), new Document("$exists", values.chance(2)));
    }

    private Document type() {
        Object wanted = values.chance(3) ? List.of(values.one(TYPES), values.one(TYPES)) : values.one(TYPES);
        return new Document(values.one(PLAIN), new Document("$type", wanted));
    }

    private Document lists() {
        String field = values.one(LISTS);
        return new Document(
                field,
                switch (values.below(4)) {
                    case 0 -> new Document("$size", values.below(3));
                    case 1 -> new Document("$all", List.of(values.number()));
                    case 2 -> new Document("$all", List.of(values.number(), values.word()));
                    default -> "l".equals(field) ? elementDocument() : elementScalar();
                });
    }

    private Document elementDocument() {
        return new Document(
                "$elemMatch",
                new Document("k", values.word()).append("v", new Document(values.one(ORDER), values.number())));
    }

    private Document elementScalar() {
        return new Document("$elemMatch", new Document("$gte", values.number()).append("$lt", values.below(6)));
    }

    private Document text() {
        Document pattern = new Document("$regex", values.one(PATTERNS));
        if (values.chance(2)) {
            pattern.append("$options", "i");
        }
        return new Document(values.one(List.of("s", "a", "b", "t")), pattern);
    }

    private Document mod() {
        return new Document(
                values.one(List.of("n", "a", "_id")),
                new Document("$mod", List.of(2 + values.below(3), values.below(2))));
    }

    private Document not() {
        Document inner = values.chance(2)
                ? new Document(values.one(ORDER), values.ordered())
                : new Document("$in", List.of(values.ordered(), values.ordered()));
        return new Document(values.one(PLAIN), new Document("$not", inner));
    }

    private Document dotted() {
        Object condition = switch (values.below(3)) {
            case 0 -> values.ordered();
            case 1 -> new Document(values.one(ORDER), values.ordered());
            default -> new Document("$in", List.of(values.ordered(), values.word()));
        };
        return new Document(values.one(DOTTED), condition);
    }
}
