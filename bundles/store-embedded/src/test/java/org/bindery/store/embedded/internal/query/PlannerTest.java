package org.bindery.store.embedded.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.internal.RandomValues;
import org.bindery.store.embedded.internal.SqliteBackend;
import org.bindery.store.embedded.internal.bson.BsonWriter;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.StoredCollection;
import org.bindery.store.embedded.internal.work.WriterWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests {@link Planner}, {@link Candidate}, {@link Conditions}, {@link FieldBounds}, {@link RegexPrefix},
 * {@link Plan}, {@link Access}, {@link Scans}, {@link RangeScan}, {@link TableScan}, {@link UnionRows},
 * {@link SortedRows}, {@link SortKey}, {@link Sort}, {@link CutRows}, {@link Query} and {@link Find}: with every index
 * the answer is the one of a scan of everything.
 */
class PlannerTest {

    private static final long SEED = System.nanoTime();
    private static final String[] FIELDS = {"_id", "a", "b", "c", "d.x", "d.y", "l.k", "t"};
    private static final String[] RANGES = {"$gt", "$gte", "$lt", "$lte"};

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private SqliteBackend backend;
    private CollectionInfo collection;

    @BeforeEach
    void start() throws IOException {
        backend = SqliteBackend.open(EmbeddedSettings.inFolder(folder));
        collection = backend.store()
                .group()
                .write(writer -> new WriterWorkspace(writer)
                        .forWriting(new Namespace("test", "planned"))
                        .info());
        index(new Document("a", 1));
        index(new Document("b", -1));
        index(new Document("a", 1).append("b", 1));
        index(new Document("a", 1).append("b", -1).append("c", 1));
        index(new Document("d.x", 1).append("d.y", -1));
        index(new Document("l.k", 1));
        index(new Document("t", 1));
        index(new Document("c", 1).append("t", -1));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private void index(Document key) {
        boolean sparse = key.containsKey("c") && key.size() == 2;
        String name = String.join("_", key.keySet()) + key.hashCode();
        IndexInfo wanted = new IndexInfo(0, name, IndexInfo.fieldsOf(key), false, sparse, 0);
        collection = backend.store().group().write(writer -> new Collections(writer).createIndex(collection, wanted));
    }

    private void insert(List<Document> documents) {
        backend.store().group().write(writer -> {
            StoredCollection stored = new StoredCollection(writer, collection);
            documents.forEach(document -> stored.insert(document, BsonWriter.toBytes(document)));
            return null;
        });
    }

    private List<Document> documents(int size) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Document document = new Document("_id", i);
            put(document, "a", small());
            put(document, "b", small());
            put(document, "c", RandomValues.value(random, 0));
            put(document, "d", random.nextInt(5) == 0 ? small() : new Document("x", small()).append("y", small()));
            put(document, "l", List.of(new Document("k", small()), new Document("k", small())));
            put(document, "t", random.nextBoolean() ? List.of(random.nextInt(4), random.nextInt(4)) : small());
            documents.add(document);
        }
        return documents;
    }

    private void put(Document document, String field, Object value) {
        if (random.nextInt(6) != 0) {
            document.put(field, value);
        }
    }

    private Object small() {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> "t" + random.nextInt(4);
            case 2 -> RandomValues.number(random);
            default -> random.nextInt(5);
        };
    }

    private Document filter(int depth) {
        Document filter = new Document();
        int conditions = 1 + random.nextInt(3);
        for (int i = 0; i < conditions; i++) {
            filter.put(FIELDS[random.nextInt(FIELDS.length)], condition());
        }
        if (depth > 0 && random.nextInt(3) == 0) {
            String operator = new String[] {"$or", "$and", "$nor"}[random.nextInt(3)];
            filter.put(operator, List.of(filter(depth - 1), filter(depth - 1)));
            if (random.nextBoolean()) {
                filter.keySet().retainAll(List.of(operator));
            }
        }
        return filter;
    }

    private Object condition() {
        return switch (random.nextInt(10)) {
            case 0 -> new Document("$in", List.of(small0(), small0(), random.nextInt(9)));
            case 1 -> new Document("$ne", small());
            case 2 -> new BsonRegularExpression("^t[1-2]", "");
            case 3 -> new Document("$exists", random.nextBoolean());
            case 4, 5 -> range();
            case 6 -> range().append(RANGES[random.nextInt(4)], small());
            case 7 -> new Document("$all", List.of(random.nextInt(4), random.nextInt(4)));
            default -> small();
        };
    }

    private Object small0() {
        Object value = small();
        return value == null ? 0 : value;
    }

    private Document range() {
        return new Document(RANGES[random.nextInt(4)], small());
    }

    private Document sort() {
        Document sort = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            sort.put(FIELDS[random.nextInt(FIELDS.length)], random.nextBoolean() ? 1 : -1);
        }
        return sort;
    }

    @Test
    void withIndexesEveryAnswerIsTheOneOfAFullScan() {
        insert(documents(300));
        Document natural = new Document("$natural", 1);
        for (int i = 0; i < 500; i++) {
            Document filter = filter(2);
            Document sort = sort();
            Document total = new Document(sort);
            total.put("_id", 1);
            List<Object> wanted = ids(new Find(filter, Sort.of(total), 0, 0, natural, Deadline.never()));
            List<Object> planned = ids(new Find(filter, Sort.of(total), 0, 0, null, Deadline.never()));
            assertThat(planned)
                    .as("seed %d, filter %s, sort %s", SEED, filter, sort)
                    .isEqualTo(wanted);
            assertThat(ids(new Find(filter, Sort.of(null), 0, 0, null, Deadline.never())))
                    .as("seed %d, filter %s", SEED, filter)
                    .containsExactlyInAnyOrderElementsOf(wanted);
            int skip = random.nextInt(3);
            int limit = 1 + random.nextInt(5);
            assertThat(ids(new Find(filter, Sort.of(total), skip, limit, null, Deadline.never())))
                    .as("seed %d, filter %s, sort %s, skip %d, limit %d", SEED, filter, sort, skip, limit)
                    .isEqualTo(wanted.stream().skip(skip).limit(limit).toList());
        }
    }

    private List<Object> ids(Find find) {
        return backend.store().group().write(writer -> {
            List<Object> ids = new ArrayList<>();
            try (Rows rows = new Query(writer.sql(), collection, writer.limits()).run(find)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    ids.add(row.document().get("_id"));
                }
            }
            return ids;
        });
    }

    private Plan plan(Document filter, Document sort) {
        return new Planner(collection).plan(filter, Sort.of(sort), null);
    }

    @Test
    void theLongestEqualBeginningWithItsOrderIsChosen() {
        Plan plan = plan(new Document("a", 1).append("b", new Document("$gt", 2)), new Document("b", 1));
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.access()).isInstanceOf(Access.ByIndex.class);
        assertThat(((Access.ByIndex) plan.access()).index().fields()).hasSize(2);
    }

    @Test
    void theIdWinsAndAnUnknownFieldMeansEverything() {
        assertThat(plan(new Document("_id", 1).append("a", 1), new Document()).access())
                .isInstanceOf(Access.ById.class);
        assertThat(plan(new Document("unknown", 1), new Document()).access()).isEqualTo(new Access.Everything(false));
    }

    @Test
    void anOrIsAUnionIfEveryBranchHasAnIndex() {
        List<Document> both = List.of(new Document("a", 1), new Document("b", 2));
        assertThat(plan(new Document("$or", both), new Document()).access()).isInstanceOf(Access.Union.class);
        List<Document> one = List.of(new Document("a", 1), new Document("unknown", 2));
        assertThat(plan(new Document("$or", one), new Document()).access()).isInstanceOf(Access.Everything.class);
    }

    @Test
    void anUnknownHintIsRefused() {
        Planner planner = new Planner(collection);
        Document filter = new Document("a", 1);
        assertThatThrownBy(() -> planner.plan(filter, Sort.of(null), "nope")).isInstanceOf(MongoServerError.class);
        assertThat(planner.plan(filter, Sort.of(null), new Document("a", 1)).access())
                .isInstanceOf(Access.ByIndex.class);
    }

    @Test
    void aSortBeyondTheMemoryLimitIsRefused() {
        List<Row> rows = List.of(new Row(1, new byte[1000]), new Row(2, new byte[1000]));
        assertThatThrownBy(() -> SortedRows.sort(Rows.of(rows), Sort.of(new Document("x", 1)), 0, 1500))
                .isInstanceOf(RuntimeException.class);
    }
}
