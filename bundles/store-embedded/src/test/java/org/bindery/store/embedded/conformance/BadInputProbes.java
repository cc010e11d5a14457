package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.eq;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.Collections;
import java.util.List;
import org.bson.Document;

/** What must be refused, with nothing lost. */
final class BadInputProbes {

    private BadInputProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("bad input");
        sizes(probes);
        lengths(probes);
        updates(probes);
        queries(probes);
        pipelines(probes);
        return probes.list();
    }

    private static Document deep(int levels) {
        Document inner = new Document("v", 1);
        for (int at = 1; at < levels; at++) {
            inner = new Document("n", inner);
        }
        return inner;
    }

    private static void sizes(Probes probes) {
        probes.right("a document just below sixteen megabytes is stored", "15900000", scene -> {
                    scene.collection().insertOne(new Document("_id", 1).append("p", "x".repeat(15_900_000)));
                    return scene.collection().find().first().getString("p").length();
                })
                .right("a document above sixteen megabytes is refused", "refused, 0 stored", scene -> {
                    String answer = "refused";
                    try {
                        scene.collection().insertOne(new Document("_id", 1).append("p", "x".repeat(16_800_000)));
                        answer = "stored";
                    } catch (org.bson.BsonMaximumSizeExceededException | com.mongodb.MongoException tooLarge) {
                        answer = "refused";
                    }
                    return answer + ", " + scene.collection().countDocuments() + " stored";
                })
                .right("an update that grows past sixteen megabytes is refused", "[true, 9000000]", scene -> {
                    MongoCollection<Document> found = scene.collection();
                    found.insertOne(new Document("_id", 1).append("p", "x".repeat(9_000_000)));
                    String refused = Shown.answerOf(
                            () -> found.updateOne(eq("_id", 1), Updates.set("q", "y".repeat(9_000_000))));
                    return Shown.of(
                            refused.matches("error (17419|17420|10334|2)"),
                            found.find().first().getString("p").length());
                })
                .right("ninety-five levels are stored", "1", scene -> {
                    scene.collection().insertOne(deep(95));
                    return (int) scene.collection().countDocuments();
                });
    }

    private static void lengths(Probes probes) {
        probes.right("a thousand levels are refused and the store goes on", "[refused, 1]", scene -> {
                    scene.with("{_id: 1}");
                    String refused;
                    try {
                        scene.collection().insertOne(deep(1000));
                        refused = "stored";
                    } catch (com.mongodb.MongoException | org.bson.BSONException tooDeep) {
                        refused = "refused";
                    }
                    return Shown.of(refused, (int) scene.collection().countDocuments());
                })
                .rightOrRefused("a very long key in an indexed field is found", "[1]", scene -> {
                    scene.collection().createIndex(doc("{s: 1}"));
                    String text = "k".repeat(200_000);
                    scene.collection().insertOne(new Document("_id", 1).append("s", text));
                    return ids(scene.collection().find(eq("s", text)));
                })
                .right("an $in of ten thousand values answers", "3", scene -> {
                    List<Integer> wanted =
                            java.util.stream.IntStream.range(0, 10_000).boxed().toList();
                    scene.collection().createIndex(doc("{a: 1}"));
                    return ids(scene.with("{a: 1}", "{a: 5000}", "{a: 9999}", "{a: 10000}")
                                    .find(new Document("a", new Document("$in", wanted))))
                            .size();
                })
                .right("a filter of five hundred ors answers", "1", scene -> {
                    List<Document> ors = java.util.stream.IntStream.range(0, 500)
                            .mapToObj(at -> new Document("a", at))
                            .toList();
                    return ids(scene.with("{a: 7}", "{a: 777}").find(new Document("$or", ors)))
                            .size();
                });
    }

    private static void updates(Probes probes) {
        probes.refused("an unknown update operator is refused", 9, scene -> update(scene, "{$grow: {a: 1}}"))
                .refused(
                        "two operators on one field are refused",
                        40,
                        scene -> update(scene, "{$set: {a: 2}, $inc: {a: 1}}"))
                .refused(
                        "a field and its own part are refused together",
                        40,
                        scene -> update(scene, "{$set: {b: {}, 'b.c': 1}}"))
                .refused("$inc of text is refused", 14, scene -> update(scene, "{$inc: {s: 1}}"))
                .refused("$push to what is no array is refused", 2, scene -> update(scene, "{$push: {s: 1}}"))
                .refused("$set below a text is refused", 28, scene -> update(scene, "{$set: {'s.x': 1}}"))
                .refused("an empty path is refused", 56, scene -> update(scene, "{$set: {'': 1}}"))
                .refused("a path that ends with a dot is refused", 56, scene -> update(scene, "{$set: {'a.': 1}}"))
                .refused("an array filter nobody uses is refused", 9, scene -> {
                    scene.with("{_id: 1, a: [1]}")
                            .updateOne(
                                    eq("_id", 1),
                                    doc("{$set: {b: 1}}"),
                                    new com.mongodb.client.model.UpdateOptions().arrayFilters(List.of(doc("{x: 1}"))));
                    return "updated";
                })
                .refused(
                        "a placeholder without array filter is refused",
                        2,
                        scene -> update(scene, "{$set: {'t.$[x]': 1}}"))
                .refused(
                        "a positional update without array condition is refused",
                        2,
                        scene -> update(scene, "{$set: {'t.$': 1}}"));
    }

    private static Object update(Scene scene, String change) {
        scene.with("{_id: 1, a: 1, s: 'text', t: [1, 2]}").updateOne(eq("_id", 1), doc(change));
        return scene.collection().find().first();
    }

    private static Object find(Scene scene, String filter) {
        return ids(scene.with("{_id: 1, a: 1}").find(BasicDBObject.parse(filter)));
    }

    private static void queries(Probes probes) {
        probes.refused("an unknown query operator is refused", 2, scene -> find(scene, "{a: {$near2: 1}}"))
                .refused("an unknown top operator is refused", 2, scene -> find(scene, "{$xor: []}"))
                .refused("$in without an array is refused", 2, scene -> find(scene, "{a: {$in: 1}}"))
                .refused("an empty $and is refused", 2, scene -> find(scene, "{$and: []}"))
                .refused("$or of what is no document is refused", 2, scene -> find(scene, "{$or: [1]}"))
                .refused("a broken regular expression is refused", 51091, scene -> find(scene, "{a: {$regex: '('}}"))
                .refused("$mod by zero is refused", 2, scene -> find(scene, "{a: {$mod: [0, 1]}}"))
                .refused("$size of a negative number is refused", 2, scene -> find(scene, "{a: {$size: -1}}"))
                .refused("an unknown $type is refused", 2, scene -> find(scene, "{a: {$type: 'colour'}}"))
                .refused(
                        "a projection that includes and excludes is refused",
                        31254,
                        scene -> ids(scene.with("{_id: 1, a: 1, b: 1}").find().projection(doc("{a: 1, b: 0}"))))
                .refused(
                        "a sort direction of two is refused",
                        15975,
                        scene -> ids(scene.with("{_id: 1}").find().sort(doc("{a: 2}"))))
                .refused(
                        "a negative skip is refused",
                        51024,
                        scene -> scene.database()
                                .runCommand(new Document(
                                                "find",
                                                scene.collection()
                                                        .getNamespace()
                                                        .getCollectionName())
                                        .append("skip", -1)));
    }

    private static void pipelines(Probes probes) {
        probes.refused("an unknown stage is refused", 40324, scene -> aggregate(scene, "{$polish: {}}"))
                .refused("a stage of two names is refused", 40323, scene -> aggregate(scene, "{$match: {}, $limit: 1}"))
                .refused(
                        "an unknown expression is refused",
                        168,
                        scene -> aggregate(scene, "{$addFields: {x: {$twist: 1}}}"))
                .refused(
                        "an unknown accumulator is refused",
                        15952,
                        scene -> aggregate(scene, "{$group: {_id: null, x: {$most: 1}}}"))
                .refused(
                        "a group without an id is refused",
                        15955,
                        scene -> aggregate(scene, "{$group: {n: {$sum: 1}}}"))
                .refused("a limit of zero is refused", 15958, scene -> aggregate(scene, "{$limit: 0}"))
                .refused(
                        "a search index is not there",
                        31082,
                        scene -> aggregate(scene, "{$search: {text: {query: 'x', path: 's'}}}"))
                .right("a collection name with a zero is refused", "refused", scene -> {
                    try {
                        scene.database().getCollection("a\u0000b").insertOne(doc("{_id: 1}"));
                        return "stored";
                    } catch (com.mongodb.MongoException | IllegalArgumentException | org.bson.BSONException refused) {
                        return "refused";
                    }
                })
                .refused(
                        "an empty collection name is refused",
                        73,
                        scene -> scene.database()
                                .runCommand(new Document("insert", "").append("documents", List.of(doc("{_id: 1}")))))
                .right("an insert without documents is refused", "true", scene -> {
                    try {
                        scene.database()
                                .runCommand(new Document("insert", "x").append("documents", Collections.emptyList()));
                        return "accepted";
                    } catch (com.mongodb.MongoCommandException refused) {
                        return refused.getErrorCode() > 0;
                    }
                });
    }

    private static Object aggregate(Scene scene, String stage) {
        return Scene.all(scene.with("{_id: 1, a: 1}").aggregate(List.of(doc(stage))));
    }
}
