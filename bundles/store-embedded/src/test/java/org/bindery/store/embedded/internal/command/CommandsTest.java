package org.bindery.store.embedded.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.internal.SqliteBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the commands as documents, without a driver: {@link Commands}, {@link Command}, {@link PlainCommand},
 * {@link Request}, {@link Reply}, {@link StoreTools}, {@link Statements}, {@link Refusals}, {@link Concerns},
 * {@link WriteResults}, {@link InsertCommand}, {@link UpdateCommand}, {@link DeleteCommand},
 * {@link FindAndModifyCommand}, {@link FindCommand}, {@link GetMoreCommand}, {@link KillCursorsCommand},
 * {@link CountCommand}, {@link DistinctCommand}, {@link AggregateCommand}, {@link CreateCommand},
 * {@link DropCommand}, {@link CreateIndexesCommand}, {@link DropIndexesCommand}, {@link IndexSpecs},
 * {@link ListCommand}, {@link RenameCollectionCommand}, {@link StatsCommand}, {@link ServerCommands}, and
 * {@code ValidateCommand} of the backend.
 */
class CommandsTest {

    @TempDir
    Path folder;

    private SqliteBackend backend;

    @BeforeEach
    void start() throws IOException {
        backend = SqliteBackend.open(EmbeddedSettings.inFolder(folder));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static Document doc(Object... pairs) {
        Document document = new Document();
        for (int i = 0; i < pairs.length; i += 2) {
            document.put((String) pairs[i], pairs[i + 1]);
        }
        return document;
    }

    private Document run(Object... pairs) {
        Document command = doc(pairs);
        return backend.handleCommand(null, "test", (String) pairs[0], command);
    }

    private void insert(Document... documents) {
        assertThat(run("insert", "c", "documents", List.of(documents))).containsEntry("n", documents.length);
    }

    private static void assertRefused(Document reply, int code) {
        assertThat(reply).containsEntry("ok", 0.0).containsEntry("code", code);
    }

    private static List<?> batch(Document reply) {
        return (List<?>) ((Document) reply.get("cursor")).get("firstBatch");
    }

    @Test
    void anOrderedInsertStopsAtTheFirstErrorAndCountsRight() {
        List<Document> documents = List.of(doc("_id", 1), doc("_id", 1), doc("_id", 2));
        Document reply = run("insert", "c", "documents", documents);
        assertThat(reply).containsEntry("n", 1).containsEntry("ok", 1.0);
        assertThat((List<?>) reply.get("writeErrors")).hasSize(1);
        Document unordered = run("insert", "d", "documents", documents, "ordered", false);
        assertThat(unordered).containsEntry("n", 2);
        assertRefused(run("insert", "c", "documents", List.of()), 16);
    }

    @Test
    void anOrderedUpdateStopsAtTheFirstError() {
        insert(doc("_id", 1));
        Document set = doc("q", doc("_id", 1), "u", doc("$set", doc("a", 1)));
        Document bad = doc("q", doc("_id", 1), "u", doc("$set", doc("_id", 5)));
        Document late = doc("q", doc("_id", 1), "u", doc("$set", doc("a", 2)));
        assertThat(run("update", "c", "updates", List.of(set, bad, late))).containsEntry("nModified", 1);
        assertThat(batch(run("find", "c")).toString()).contains("\"a\" : 1");
    }

    @Test
    void anUpsertTellsItsId() {
        Document upsert = doc("q", doc("_id", 9), "u", doc("$set", doc("a", 1)), "upsert", true);
        Document reply = run("update", "c", "updates", List.of(upsert));
        assertThat(reply).containsEntry("n", 1).containsEntry("nModified", 0);
        assertThat(reply.get("upserted").toString()).contains("9");
    }

    @Test
    void aPipelineUpdateIsApplied() {
        insert(doc("_id", 1, "v", 1));
        Document update = doc(
                "q",
                doc("_id", 1),
                "u",
                List.of(doc("$set", doc("p", doc("$add", List.of("$v", 1)))), doc("$unset", "v")));
        assertThat(run("update", "c", "updates", List.of(update))).containsEntry("nModified", 1);
        assertThat(batch(run("find", "c"))).isEqualTo(List.of(doc("_id", 1, "p", 2)));
    }

    @Test
    void findAndModifyAnswersTheOldOrTheNewDocument() {
        insert(doc("_id", 1, "v", 1));
        Document inc = doc("$inc", doc("v", 1));
        assertThat(run("findAndModify", "c", "query", doc("_id", 1), "update", inc)
                        .get("value"))
                .isEqualTo(doc("_id", 1, "v", 1));
        assertThat(run("findAndModify", "c", "query", doc("_id", 1), "update", inc, "new", true)
                        .get("value"))
                .isEqualTo(doc("_id", 1, "v", 3));
        assertThat(run("findAndModify", "c", "query", doc("_id", 1), "remove", true)
                        .get("value"))
                .isEqualTo(doc("_id", 1, "v", 3));
        assertRefused(run("findAndModify", "c", "query", doc()), 9);
        assertRefused(run("findAndModify", "c", "query", doc(), "update", inc, "colour", 1), 40415);
    }

    @Test
    void deletesWithAndWithoutLimit() {
        insert(doc("_id", 1), doc("_id", 2), doc("_id", 3));
        assertThat(run("delete", "c", "deletes", List.of(doc("q", doc(), "limit", 1))))
                .containsEntry("n", 1);
        assertThat(run("delete", "c", "deletes", List.of(doc("q", doc(), "limit", 0))))
                .containsEntry("n", 2);
        assertThat(run("delete", "nowhere", "deletes", List.of(doc("q", doc(), "limit", 0))))
                .containsEntry("n", 0);
    }

    @Test
    void aCursorIsReadInBatchesAndCanBeKilled() {
        Document[] many = IntStream.range(0, 30).mapToObj(i -> doc("_id", i)).toArray(Document[]::new);
        insert(many);
        Document first = (Document) run("find", "c", "batchSize", 10).get("cursor");
        long id = (Long) first.get("id");
        assertThat(id).isPositive();
        Document next = (Document)
                run("getMore", id, "collection", "c", "batchSize", 25).get("cursor");
        assertThat((List<?>) next.get("nextBatch")).hasSize(20);
        assertThat(next).containsEntry("id", 0L);
        assertRefused(run("getMore", id, "collection", "c"), 43);
        long other = (Long) ((Document) run("find", "c", "batchSize", 1).get("cursor")).get("id");
        assertRefused(run("getMore", other, "collection", "d"), 13);
        assertThat(run("killCursors", "c", "cursors", List.of(other, 5L)).get("cursorsKilled"))
                .isEqualTo(List.of(other));
    }

    @Test
    void countsAndDistinctValues() {
        insert(doc("_id", 1, "t", List.of("a", "b")), doc("_id", 2, "t", "a"), doc("_id", 3));
        assertThat(run("count", "c", "query", doc("t", "a"))).containsEntry("n", 2);
        assertThat(run("count", "c", "skip", 1, "limit", 5)).containsEntry("n", 2);
        assertThat(run("distinct", "c", "key", "t").get("values")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void anAggregationRunsItsStages() {
        insert(doc("_id", 1, "t", "a", "n", 1), doc("_id", 2, "t", "a", "n", 2), doc("_id", 3, "t", "b", "n", 5));
        List<Document> pipeline = List.of(
                doc("$match", doc("n", doc("$gt", 0))),
                doc("$group", doc("_id", "$t", "sum", doc("$sum", "$n"))),
                doc("$sort", doc("sum", -1)));
        assertThat(batch(run("aggregate", "c", "pipeline", pipeline, "cursor", doc()))
                        .toString())
                .isEqualTo(List.of(doc("_id", "b", "sum", 5), doc("_id", "a", "sum", 3))
                        .toString());
        List<Document> out = List.of(doc("$match", doc("t", "a")), doc("$out", "copy"));
        assertThat(run("aggregate", "c", "pipeline", out, "cursor", doc())).containsEntry("ok", 1.0);
        assertThat(run("count", "copy")).containsEntry("n", 2);
        assertRefused(run("aggregate", "c", "pipeline", List.of(doc("$limit", 0)), "cursor", doc()), 15958);
        assertRefused(run("aggregate", "c", "pipeline", List.of()), 9);
    }

    @Test
    void specialCollectionsAndIndexesAreRefused() {
        assertThat(run("create", "c")).containsEntry("ok", 1.0);
        assertRefused(run("create", "c"), 48);
        for (String option : List.of("viewOn", "validator", "timeseries", "expireAfterSeconds")) {
            assertRefused(run("create", "x", option, doc("a", 1)), 115);
        }
        assertRefused(run("create", "x", "capped", true), 115);
        assertRefused(run("create", "x", "collation", doc("locale", "de")), 115);
        for (String option : List.of("partialFilterExpression", "expireAfterSeconds", "collation")) {
            Document value = option.equals("collation") ? doc("locale", "de") : doc("a", 1);
            assertRefused(createIndex(doc("key", doc("a", 1), "name", "n", option, value)), 115);
        }
        assertRefused(createIndex(doc("key", doc("a", "text"), "name", "n")), 115);
        assertRefused(createIndex(doc("key", doc("a", 1), "name", "n", "colour", 1)), 40415);
    }

    private Document createIndex(Document spec) {
        return run("createIndexes", "c", "indexes", List.of(spec));
    }

    @Test
    void indexesAreMadeListedAndDropped() {
        assertThat(createIndex(doc("key", doc("a", 1, "b", -1), "name", "n"))).containsEntry("numIndexesAfter", 2);
        assertThat(createIndex(doc("key", doc("a", 1, "b", -1), "name", "n"))).containsKey("note");
        assertRefused(createIndex(doc("key", doc("b", 1), "name", "n")), 86);
        assertRefused(createIndex(doc("key", doc("a", 1, "b", -1), "name", "other")), 85);
        assertThat(batch(run("listIndexes", "c"))).hasSize(2);
        assertRefused(run("dropIndexes", "c", "index", "nope"), 27);
        assertThat(run("dropIndexes", "c", "index", "*")).containsEntry("nIndexesWas", 2);
        assertThat(batch(run("listIndexes", "c"))).hasSize(1);
    }

    @Test
    void collectionsAreListedRenamedAndDropped() {
        insert(doc("_id", 1));
        run("create", "d");
        assertThat(batch(run("listCollections", 1, "filter", doc("name", "c")))).hasSize(1);
        assertRefused(run("renameCollection", "test.c", "to", "test.d"), 48);
        assertThat(run("renameCollection", "test.c", "to", "test.d", "dropTarget", true))
                .containsEntry("ok", 1.0);
        assertThat(run("count", "d")).containsEntry("n", 1);
        assertThat(run("collStats", "d")).containsEntry("count", 1);
        assertThat(run("dbStats", 1)).containsEntry("collections", 1);
        assertThat(run("listDatabases", 1).get("databases").toString()).contains("test");
        assertThat(run("validate", "d", "full", true)).containsEntry("valid", true);
        assertRefused(run("drop", "c"), 26);
        assertThat(run("dropDatabase", 1)).containsEntry("dropped", "test");
        insert(doc("_id", 1));
    }

    @Test
    void whatANodeCannotKeepIsRefused() {
        Document document = doc("_id", 1);
        assertRefused(run("insert", "c", "documents", List.of(document), "writeConcern", doc("w", 0)), 72);
        assertRefused(run("insert", "c", "documents", List.of(document), "writeConcern", doc("w", 2)), 100);
        assertRefused(run("insert", "c", "documents", List.of(document), "writeConcern", doc("w", "dc")), 79);
        assertRefused(run("find", "c", "readConcern", doc("level", "snapshot")), 72);
        assertRefused(run("find", "c", "readConcern", doc("level", "loud")), 9);
        assertRefused(run("find", "c", "colour", 1), 40415);
        assertRefused(run("makeCoffee", 1), 59);
        assertRefused(run("find", "a$b"), 73);
        assertRefused(run("find", "c", "skip", -1), 51024);
    }

    @Test
    void aWriteThatComesTwiceUnderItsNumberIsDoneOnce() {
        insert(doc("_id", 1, "v", 0));
        Document session = doc("id", new UUID(1, 2));
        List<Document> inc = List.of(doc("q", doc("_id", 1), "u", doc("$inc", doc("v", 1))));
        for (int i = 0; i < 3; i++) {
            assertThat(run("update", "c", "updates", inc, "lsid", session, "txnNumber", 7L))
                    .containsEntry("nModified", 1);
        }
        assertThat(batch(run("find", "c"))).isEqualTo(List.of(doc("_id", 1, "v", 1)));
        assertThat(run("endSessions", List.of(session))).containsEntry("ok", 1.0);
    }

    @Test
    void theServerSaysThatItIsTheOnlyMemberOfAReplicaSet() {
        assertThat(run("hello", 1))
                .containsEntry("isWritablePrimary", true)
                .containsEntry("setName", "bindery")
                .containsKeys("hosts", "logicalSessionTimeoutMinutes");
        assertThat((Integer) run("isMaster", 1).get("maxWireVersion")).isGreaterThan(8);
        for (String name : List.of("ping", "buildInfo", "serverStatus", "connectionStatus", "replSetGetStatus")) {
            assertThat(run(name, 1)).as(name).containsEntry("ok", 1.0);
        }
    }

    @Test
    void nestingBeyondTheLimitIsRefusedAndDoesNotOverflow() {
        Document deep = doc("v", 1);
        for (int i = 0; i < 10_000; i++) {
            deep = doc("n", deep);
        }
        assertRefused(run("insert", "c", "documents", List.of(deep)), 15);
        Document filter = deep;
        assertRefused(run("find", "c", "filter", filter), 15);
        assertThat(run("count", "c")).containsEntry("n", 0);
    }

    @Test
    void aLargeAnswerKeepsWithinItsBytes() {
        List<Document> large = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            large.add(doc("_id", i, "text", "x".repeat(5_000_000)));
        }
        for (Document document : large) {
            insert(document);
        }
        assertThat(batch(run("find", "c"))).hasSize(2);
    }
}
