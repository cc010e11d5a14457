package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.regex;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.docs;
import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.CursorType;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.Sorts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;

/** Reading: batches, long results, counting, distinct, and options of find. */
final class CursorProbes {

    private CursorProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("cursor");
        batches(probes);
        changesBeneath(probes);
        options(probes);
        collations(probes);
        counts(probes);
        return probes.list();
    }

    private static MongoCollection<Document> thousand(Scene scene) {
        scene.collection()
                .insertMany(IntStream.range(0, 1000)
                        .mapToObj(at ->
                                new Document("_id", at).append("a", at % 10).append("s", "name" + at))
                        .toList());
        return scene.collection();
    }

    private static void batches(Probes probes) {
        probes.right("batches of 37 give every document once", "1000 of 1000", scene -> {
                    List<Object> found = ids(thousand(scene).find().batchSize(37));
                    return Set.copyOf(found).size() + " of " + found.size();
                })
                .right(
                        "an aggregation comes in batches too",
                        "500",
                        scene -> ids(thousand(scene)
                                        .aggregate(docs("{$match: {_id: {$gte: 500}}}"))
                                        .batchSize(33))
                                .size())
                .right(
                        "skip, limit and batch size go together",
                        "[5, 6, 7, 8, 9]",
                        scene -> ids(thousand(scene)
                                .find()
                                .sort(Sorts.ascending("_id"))
                                .skip(5)
                                .limit(5)
                                .batchSize(2)))
                .right(
                        "a negative batch size is one single batch",
                        "3",
                        scene -> ids(thousand(scene).find().limit(-3)).size())
                .right("a cursor that is closed early is gone", "error 43", scene -> {
                    MongoCursor<Document> cursor =
                            thousand(scene).find().batchSize(10).iterator();
                    cursor.next();
                    long id = cursor.getServerCursor().getId();
                    cursor.close();
                    return scene.database()
                            .runCommand(new Document("getMore", id)
                                    .append(
                                            "collection",
                                            scene.collection().getNamespace().getCollectionName()));
                });
    }

    private static void changesBeneath(Probes probes) {
        probes.right(
                        "an unknown cursor is refused",
                        "error 43",
                        scene -> scene.database()
                                .runCommand(new Document("getMore", 4711L)
                                        .append(
                                                "collection",
                                                scene.collection()
                                                        .getNamespace()
                                                        .getCollectionName())))
                .right("deleting under a cursor does not break it", "no document twice", scene -> {
                    Set<Object> seen = new HashSet<>();
                    boolean twice = false;
                    for (Document found : thousand(scene).find().batchSize(10)) {
                        if (seen.isEmpty()) {
                            scene.collection().deleteMany(and(gte("_id", 500), lt("_id", 900)));
                        }
                        twice |= !seen.add(found.get("_id"));
                    }
                    return twice ? "a document came twice" : "no document twice";
                })
                .right("updating under a cursor shows no document twice", "1000", scene -> {
                    scene.collection().createIndex(doc("{a: 1}"));
                    Set<Object> seen = new HashSet<>();
                    for (Document found : thousand(scene)
                            .find(gte("a", 0))
                            .sort(doc("{a: 1}"))
                            .batchSize(50)) {
                        scene.collection().updateOne(eq("_id", found.get("_id")), doc("{$inc: {a: 100}}"));
                        seen.add(found.get("_id"));
                    }
                    return seen.size();
                })
                .right("a result of sixty megabytes arrives", "12", scene -> {
                    String text = "x".repeat(5_000_000);
                    for (int at = 0; at < 12; at++) {
                        scene.collection().insertOne(new Document("_id", at).append("text", text));
                    }
                    return ids(scene.collection().find()).size();
                });
    }

    private static void options(Probes probes) {
        probes.right(
                        "natural order is the order of insertion",
                        "[3, 1, 2]",
                        scene -> ids(scene.with("{_id: 3}", "{_id: 1}", "{_id: 2}")
                                .find()
                                .sort(doc("{$natural: 1}"))))
                .right(
                        "natural order backwards",
                        "[2, 1, 3]",
                        scene -> ids(scene.with("{_id: 3}", "{_id: 1}", "{_id: 2}")
                                .find()
                                .sort(doc("{$natural: -1}"))))
                .right(
                        "hint, time limit and comment are taken",
                        "1",
                        scene -> ids(scene.with("{_id: 1, a: 1}")
                                        .find(eq("a", 1))
                                        .hint(doc("{_id: 1}"))
                                        .maxTime(5, TimeUnit.SECONDS)
                                        .comment("probe"))
                                .size())
                .rightOrRefused(
                        "a collation folds case",
                        "[1]",
                        scene -> ids(scene.with("{_id: 1, s: 'Name'}")
                                .find(eq("s", "NAME"))
                                .collation(Collation.builder()
                                        .locale("en")
                                        .collationStrength(CollationStrength.SECONDARY)
                                        .build())))
                .rightOrRefused(
                        "a collation sorts numbers inside text",
                        "[2, 1]",
                        scene -> ids(scene.with("{_id: 1, s: 'a10'}", "{_id: 2, s: 'a2'}")
                                .find()
                                .sort(Sorts.ascending("s"))
                                .collation(Collation.builder()
                                        .locale("en")
                                        .numericOrdering(true)
                                        .build())));
    }

    private static void collations(Probes probes) {
        probes.rightOrRefused(
                        "the simple collation changes nothing",
                        "[]",
                        scene -> ids(scene.with("{_id: 1, s: 'Name'}")
                                .find(eq("s", "NAME"))
                                .collation(Collation.builder().locale("simple").build())))
                .refused(
                        "a tailable cursor needs a capped collection",
                        2,
                        scene -> ids(scene.with("{_id: 1}").find().cursorType(CursorType.Tailable)))
                .rightOrRefused("explain explains", "explained", scene -> {
                    scene.with("{_id: 1}").find(eq("_id", 1)).explain();
                    return "explained";
                })
                .rightOrRefused(
                        "showRecordId adds the record's number",
                        "true",
                        scene -> scene.with("{_id: 1}")
                                .find()
                                .showRecordId(true)
                                .first()
                                .containsKey("$recordId"))
                .rightOrRefused(
                        "returnKey gives index keys only",
                        "{\"_id\": 1}",
                        scene -> scene.with("{_id: 1, a: 1}")
                                .find(eq("_id", 1))
                                .returnKey(true)
                                .first());
    }

    private static void counts(Probes probes) {
        probes.right("countDocuments counts matches", "100", scene ->
                        (int) thousand(scene).countDocuments(eq("a", 3)))
                .right("countDocuments with skip and limit", "20", scene -> (int) thousand(scene)
                        .countDocuments(
                                eq("a", 3),
                                new com.mongodb.client.model.CountOptions()
                                        .skip(80)
                                        .limit(50)))
                .right("estimatedDocumentCount counts all", "1000", scene ->
                        (int) thousand(scene).estimatedDocumentCount())
                .right("counting what does not exist is zero", "0", scene ->
                        (int) scene.collection("nowhere").countDocuments())
                .right(
                        "distinct values of a filter",
                        "[3]",
                        scene -> Scene.all(thousand(scene).distinct("a", regex("s", "^name..3$"), Integer.class)))
                .right(
                        "distinct looks into arrays",
                        "[a, b, c]",
                        scene -> Scene.all(scene.with("{t: ['a', 'b']}", "{t: ['b', 'c']}", "{t: 'a'}", "{}")
                                        .distinct("t", String.class))
                                .stream()
                                .sorted()
                                .toList())
                .right(
                        "distinct of a dotted path through an array",
                        "[1, 2]",
                        scene -> Scene.all(scene.with("{a: [{b: 1}, {b: 2}]}", "{a: {b: 1}}")
                                .distinct("a.b", Integer.class)));
    }
}
