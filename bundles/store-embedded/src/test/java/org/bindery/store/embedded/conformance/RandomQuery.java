package org.bindery.store.embedded.conformance;

import java.util.List;
import java.util.Random;
import org.bson.Document;

/** A find with everything that belongs to it; {@code sort} and {@code projection} may be null. */
record RandomQuery(Document filter, Document sort, int skip, int limit, Document projection) {

    private static final List<String> SORTED = List.of("a", "b", "n", "g", "s", "d.x", "_id");
    private static final List<String> SHOWN = List.of("a", "b", "n", "s", "d.x", "d.y", "l.k", "t", "d");

    static RandomQuery next(Random random) {
        Document filter = new RandomFilters(random).filter(2);
        RandomValues values = new RandomValues(random);
        Document sort = values.chance(2) ? null : sort(values);
        boolean cut = sort != null && values.chance(2);
        return new RandomQuery(
                filter, sort, cut ? values.below(5) : 0, cut ? 1 + values.below(9) : 0, projection(values));
    }

    private static Document sort(RandomValues values) {
        Document made = new Document(values.one(SORTED), direction(values));
        if (values.chance(2)) {
            made.putIfAbsent(values.one(SORTED), direction(values));
        }
        if (!values.chance(4)) {
            made.putIfAbsent("_id", direction(values));
        }
        return made;
    }

    private static int direction(RandomValues values) {
        return values.chance(2) ? 1 : -1;
    }

    private static Document projection(RandomValues values) {
        if (!values.chance(3)) {
            return null;
        }
        int take = values.chance(2) ? 1 : 0;
        Document made = new Document(values.one(SHOWN), take);
        String second = values.one(SHOWN);
        if (made.keySet().stream().noneMatch(first -> overlaps(first, second))) {
            made.append(second, take);
        }
        return made;
    }

    private static boolean overlaps(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    Document question(String collection) {
        Document asked =
                new Document("ask", "find").append("collection", collection).append("filter", filter);
        if (sort != null) {
            asked.append("sort", sort);
        }
        if (projection != null) {
            asked.append("projection", projection);
        }
        return asked;
    }
}
