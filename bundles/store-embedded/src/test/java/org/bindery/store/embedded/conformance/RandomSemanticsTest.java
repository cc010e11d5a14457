package org.bindery.store.embedded.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random documents, queries and pipelines, answered by the store without indexes, by the store with many indexes, and
 * by an oracle that shares no code with it. Repeat a run with {@code -Dbindery.seed=...}; ask more with {@code
 * -Dbindery.queries=} and {@code -Dbindery.pipelines=}.
 */
class RandomSemanticsTest {

    private static final int QUERIES = Integer.getInteger("bindery.queries", 2000);
    private static final int PIPELINES = Integer.getInteger("bindery.pipelines", 500);
    private static final int PER_COLLECTION = 200;
    private static final int DOCUMENTS = 60;
    private static final int SHOWN = 10;
    private static final List<String> INDEXES = List.of(
            "{a: 1}",
            "{b: 1, _id: 1}",
            "{b: -1, n: 1}",
            "{n: 1}",
            "{g: 1, n: -1, _id: 1}",
            "{s: 1}",
            "{t: 1}",
            "{'d.x': 1, 'd.y': 1}",
            "{'l.k': 1}",
            "{'l.v': 1}",
            "{g: 1, t: 1}",
            "{a: -1, g: 1}");

    private static StoreUnderTest store;
    private static Oracle oracle;
    private static MongoDatabase database;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        store = StoreUnderTest.open();
        oracle = Oracle.start();
        database = store.client().getDatabase("semantics");
    }

    @AfterAll
    static void stop() throws Exception {
        oracle.close();
        database.drop();
        store.close();
    }

    private static Random seeded(String what) {
        long seed = Long.getLong("bindery.seed", System.nanoTime());
        System.out.println(what + ": repeat with -Dbindery.seed=" + seed);
        return new Random(seed);
    }

    @Test
    void a_query_has_one_answer_with_indexes_without_and_from_the_oracle() throws IOException {
        Random random = seeded("random queries");
        for (int asked = 0; asked < QUERIES; asked += PER_COLLECTION) {
            Pair pair = fill(random, "q" + asked);
            List<RandomQuery> queries = IntStream.range(0, PER_COLLECTION)
                    .mapToObj(at -> RandomQuery.next(random))
                    .toList();
            List<Document> opinions =
                    oracle.ask(queries.stream().map(one -> one.question("main")).toList());
            for (int at = 0; at < queries.size(); at++) {
                judge(pair, queries.get(at), opinions.get(at));
            }
            pair.drop();
        }
        assertNothingWrong(QUERIES);
    }

    @Test
    void a_pipeline_has_one_answer_with_indexes_without_and_from_the_oracle() throws IOException {
        Random random = seeded("random pipelines");
        RandomPipelines pipelines = new RandomPipelines(random);
        for (int asked = 0; asked < PIPELINES; asked += PER_COLLECTION) {
            Pair pair = fill(random, "p" + asked);
            int now = Math.min(PER_COLLECTION, PIPELINES - asked);
            for (int at = 0; at < now; at++) {
                judge(pair, pipelines.next());
            }
            pair.drop();
        }
        assertNothingWrong(PIPELINES);
    }

    /** The same documents twice: once with every index, once without. */
    private record Pair(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        void drop() {
            plain.drop();
            indexed.drop();
        }
    }

    private static Pair fill(Random random, String name) throws IOException {
        RandomValues values = new RandomValues(random);
        List<Document> documents =
                IntStream.range(0, DOCUMENTS).mapToObj(values::document).toList();
        List<Document> others = IntStream.range(0, 6)
                .mapToObj(at -> new Document("_id", at).append("k", values.number()))
                .toList();
        Pair pair = new Pair(database.getCollection(name), database.getCollection(name + "i"));
        INDEXES.forEach(keys -> pair.indexed().createIndex(Document.parse(keys)));
        pair.plain().insertMany(documents);
        pair.indexed().insertMany(documents);
        database.getCollection("other").drop();
        database.getCollection("other").insertMany(others);
        oracle.ask(List.of(load("main", documents), load("other", others)));
        return pair;
    }

    private static Document load(String collection, List<Document> documents) {
        return new Document("ask", "load").append("collection", collection).append("documents", documents);
    }

    private void judge(Pair pair, RandomQuery query, Document opinion) {
        String expected = opinion.containsKey("error") ? opinion.getString("error") : null;
        Ranked ranked = expected == null ? new Ranked(query, opinion.getList("answer", Document.class)) : null;
        for (MongoCollection<Document> collection : List.of(pair.plain(), pair.indexed())) {
            String complaint = ranked == null ? expected : ranked.complaint(answer(collection, query));
            if (!complaint.isEmpty()) {
                wrong.add(kind(pair, collection) + query + "\n    " + complaint);
            }
        }
    }

    private static String kind(Pair pair, MongoCollection<Document> collection) {
        return collection == pair.indexed() ? "with indexes: " : "without indexes: ";
    }

    private static Object answer(MongoCollection<Document> collection, RandomQuery query) {
        FindIterable<Document> found =
                collection.find(query.filter()).skip(query.skip()).limit(query.limit());
        if (query.sort() != null) {
            found.sort(query.sort());
        }
        if (query.projection() != null) {
            found.projection(query.projection());
        }
        try {
            return Scene.all(found);
        } catch (com.mongodb.MongoException refused) {
            return refused.getMessage();
        }
    }

    private void judge(Pair pair, List<Document> stages) throws IOException {
        Document opinion = oracle.ask(List.of(new Document("ask", "aggregate")
                        .append("collection", "main")
                        .append("pipeline", stages)))
                .get(0);
        String expected = opinion.containsKey("error") ? opinion.getString("error") : Normal.of(opinion.get("answer"));
        for (MongoCollection<Document> collection : List.of(pair.plain(), pair.indexed())) {
            String answer;
            try {
                answer = Normal.of(Scene.all(collection.aggregate(stages)));
            } catch (com.mongodb.MongoException refused) {
                answer = refused.getMessage();
            }
            if (!answer.equals(expected)) {
                wrong.add(kind(pair, collection) + Shown.of(stages) + "\n    answers " + answer + "\n    oracle  "
                        + expected);
            }
        }
    }

    private void assertNothingWrong(int asked) {
        System.out.println(asked + " asked twice, " + wrong.size() + " answers differ");
        assertThat(wrong.stream().limit(SHOWN))
                .as("first of %d differences", wrong.size())
                .isEmpty();
    }

    /** What the oracle says: every match with its place in the order; what the sort cannot tell apart shares one. */
    private static final class Ranked {

        private final RandomQuery query;
        private final Map<Object, Document> byId = new HashMap<>();
        private final List<Object> inOrder;
        private final List<Integer> places;

        Ranked(RandomQuery query, List<Document> rows) {
            this.query = query;
            rows.forEach(row -> byId.put(row.get("id"), row));
            inOrder = rows.stream().map(row -> row.get("id")).toList();
            long limit = query.limit() == 0 ? Long.MAX_VALUE : query.limit();
            places = rows.stream()
                    .map(row -> row.getInteger("rank"))
                    .skip(query.skip())
                    .limit(limit)
                    .toList();
        }

        String complaint(Object answer) {
            if (!(answer instanceof List<?> found)) {
                return String.valueOf(answer);
            }
            List<Object> ids =
                    found.stream().map(one -> ((Document) one).get("_id")).toList();
            if (ids.stream().distinct().count() < ids.size() || !byId.keySet().containsAll(ids)) {
                return "found " + ids + ", the oracle " + inOrder;
            }
            if (!places.equals(
                    ids.stream().map(id -> byId.get(id).getInteger("rank")).toList())) {
                return "order or number: found " + ids + ", the oracle " + inOrder;
            }
            return found.stream()
                    .map(one -> shape((Document) one))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private String shape(Document one) {
            String shown = Normal.of(one);
            String opinion = Normal.of(byId.get(one.get("_id")).get("document"));
            return shown.equals(opinion)
                    ? ""
                    : "with " + query.projection() + " shows " + shown + ", the oracle " + opinion;
        }
    }
}
