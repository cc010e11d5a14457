package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Indexes: what they promise, and the kinds a store may lack but never fake. */
final class IndexProbes {

    private static final String DUPLICATE = "error 11000";

    private IndexProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("index");
        unique(probes);
        sparse(probes);
        uniqueOverTime(probes);
        catalogue(probes);
        drops(probes);
        refusable(probes);
        specialKinds(probes);
        hints(probes);
        return probes.list();
    }

    private static MongoCollection<Document> unique(Scene scene, String keys, String... documents) {
        return indexed(scene, keys, new IndexOptions().unique(true), documents);
    }

    private static MongoCollection<Document> indexed(
            Scene scene, String keys, IndexOptions options, String... documents) {
        scene.collection().createIndex(doc(keys), options);
        return scene.with(documents);
    }

    private static void unique(Probes probes) {
        probes.right("unique", DUPLICATE, scene -> unique(scene, "{k: 1}", "{k: 1}", "{k: 1}"))
                .right("unique over int and double", DUPLICATE, scene -> unique(scene, "{k: 1}", "{k: 1}", "{k: 1.0}"))
                .right(
                        "unique compound lets parts repeat",
                        "3L",
                        scene -> unique(scene, "{k: 1, j: -1}", "{k: 1, j: 1}", "{k: 1, j: 2}", "{k: 2, j: 1}")
                                        .countDocuments()
                                + "L")
                .right(
                        "unique compound",
                        DUPLICATE,
                        scene -> unique(scene, "{k: 1, j: -1}", "{k: 1, j: 1}", "{k: 1, j: 1}"))
                .right(
                        "unique counts a missing field as null",
                        DUPLICATE,
                        scene -> unique(scene, "{k: 1}", "{a: 1}", "{a: 2}"))
                .right(
                        "unique and sparse lets the field be missing",
                        DUPLICATE,
                        scene -> indexed(
                                scene,
                                "{k: 1}",
                                new IndexOptions().unique(true).sparse(true),
                                "{a: 1}",
                                "{a: 2}",
                                "{k: 1}",
                                "{k: 1}"));
    }

    private static void sparse(Probes probes) {
        probes.right(
                        "unique and sparse does not let null repeat",
                        DUPLICATE,
                        scene -> indexed(
                                scene,
                                "{k: 1}",
                                new IndexOptions().unique(true).sparse(true),
                                "{k: null}",
                                "{k: null}"))
                .right(
                        "unique over the elements of an array",
                        DUPLICATE,
                        scene -> unique(scene, "{'ids.v': 1}", "{ids: [{v: 1}, {v: 2}]}", "{ids: [{v: 2}]}"))
                .right(
                        "one document may repeat its own key",
                        "1L",
                        scene -> unique(scene, "{'ids.v': 1}", "{ids: [{v: 1}, {v: 1}]}")
                                        .countDocuments()
                                + "L")
                .right("unique is refused over existing duplicates", DUPLICATE, scene -> {
                    scene.with("{k: 1}", "{k: 1}");
                    return scene.collection().createIndex(doc("{k: 1}"), new IndexOptions().unique(true));
                })
                .right("an update into a duplicate is refused and changes nothing", "[error 11000, 2]", scene -> {
                    MongoCollection<Document> found = unique(scene, "{k: 1}", "{_id: 1, k: 1}", "{_id: 2, k: 2}");
                    return Shown.of(
                            Shown.answerOf(() -> found.updateOne(eq("_id", 2), Updates.set("k", 1))),
                            found.find(eq("_id", 2)).first().get("k"));
                });
    }

    private static void uniqueOverTime(Probes probes) {
        probes.right("a deleted key is free again", "1L", scene -> {
                    MongoCollection<Document> found = unique(scene, "{k: 1}", "{_id: 1, k: 1}");
                    found.deleteOne(eq("_id", 1));
                    found.insertOne(doc("{_id: 2, k: 1}"));
                    return found.countDocuments() + "L";
                })
                .right(
                        "strings that differ behind a zero are two keys",
                        "2L",
                        scene -> unique(scene, "{k: 1}", "{k: 'a\\u0000b'}", "{k: 'a\\u0000c'}")
                                        .countDocuments()
                                + "L")
                .right(
                        "two parallel arrays in a compound index are refused",
                        "error 171",
                        scene -> indexed(scene, "{a: 1, b: 1}", new IndexOptions(), "{a: [1, 2], b: [1, 2]}"));
    }

    private static void catalogue(Probes probes) {
        probes.right(
                        "an index has a name made of its keys",
                        "a_1_b_-1",
                        scene -> scene.with("{a: 1}").createIndex(doc("{a: 1, b: -1}")))
                .right("creating an index twice changes nothing", "2", scene -> {
                    scene.with("{a: 1}").createIndex(doc("{a: 1}"));
                    scene.collection().createIndex(doc("{a: 1}"));
                    return Scene.all(scene.collection().listIndexes()).size();
                })
                .refused("the same name with other keys is refused", 86, scene -> {
                    scene.collection().createIndex(doc("{a: 1}"), new IndexOptions().name("n"));
                    return scene.collection().createIndex(doc("{b: 1}"), new IndexOptions().name("n"));
                })
                .refused("the same name with another option is refused", 86, scene -> {
                    scene.collection().createIndex(doc("{a: 1}"), new IndexOptions().name("n"));
                    return scene.collection()
                            .createIndex(
                                    doc("{a: 1}"), new IndexOptions().name("n").unique(true));
                })
                .right("listIndexes tells keys and options", "[_id_, n {\"a\": 1} true]", scene -> {
                    scene.collection()
                            .createIndex(
                                    doc("{a: 1}"), new IndexOptions().name("n").unique(true));
                    return Scene.all(scene.collection().listIndexes()).stream()
                            .map(index -> index.containsKey("unique")
                                    ? index.get("name") + " "
                                            + index.get("key", Document.class).toJson() + " "
                                            + index.getBoolean("unique")
                                    : index.getString("name"))
                            .toList();
                })
                .right("dropIndex by name frees its key", "2L", scene -> {
                    unique(scene, "{k: 1}", "{k: 1}").dropIndex("k_1");
                    return scene.with("{k: 1}").countDocuments() + "L";
                })
                .right("dropIndex by keys frees its key", "2L", scene -> {
                    unique(scene, "{k: 1}", "{k: 1}").dropIndex(doc("{k: 1}"));
                    return scene.with("{k: 1}").countDocuments() + "L";
                });
    }

    private static void drops(Probes probes) {
        probes.right("dropIndexes drops all but the id, and of this collection only", "[1, 2]", scene -> {
                    scene.collection("other").createIndex(doc("{z: 1}"));
                    scene.collection().createIndex(doc("{a: 1}"));
                    scene.collection().createIndex(doc("{b: 1}"));
                    scene.collection().dropIndexes();
                    return Shown.of(
                            Scene.all(scene.collection().listIndexes()).size(),
                            Scene.all(scene.collection("other").listIndexes()).size());
                })
                .right("dropping an index that is not there is refused", "error 27", scene -> {
                    scene.with("{a: 1}").dropIndex("nope");
                    return "dropped";
                })
                .right("a renamed collection keeps its unique index", DUPLICATE, scene -> {
                    MongoNamespace other = scene.collection("renamed").getNamespace();
                    unique(scene, "{k: 1}", "{k: 1}").renameCollection(other);
                    scene.collection("renamed").insertOne(doc("{k: 1}"));
                    return "stored";
                })
                .right("an index built over existing documents finds them", "[2]", scene -> {
                    scene.with("{_id: 1, a: 1}", "{_id: 2, a: 2}").createIndex(doc("{a: 1}"));
                    return ids(scene.collection().find(eq("a", 2)));
                })
                .right("a long array in an indexed field is found by each element", "[1]", scene -> {
                    List<Integer> many =
                            java.util.stream.IntStream.range(0, 5000).boxed().toList();
                    scene.collection().createIndex(doc("{a: 1}"));
                    scene.collection().insertOne(new Document("_id", 1).append("a", many));
                    return ids(scene.collection().find(eq("a", 4321)));
                });
    }

    private static void refusable(Probes probes) {
        probes.rightOrRefused("a partial unique index ignores the others", DUPLICATE, scene -> {
                    IndexOptions partial = new IndexOptions().unique(true).partialFilterExpression(eq("live", true));
                    indexed(
                            scene,
                            "{k: 1}",
                            partial,
                            "{k: 1, live: false}",
                            "{k: 1, live: false}",
                            "{k: 1, live: true}");
                    scene.collection().insertOne(doc("{k: 1, live: true}"));
                    return "stored";
                })
                .rightOrRefused(
                        "a case-folding index folds case",
                        DUPLICATE,
                        scene -> indexed(
                                scene,
                                "{s: 1}",
                                new IndexOptions()
                                        .unique(true)
                                        .collation(Collation.builder()
                                                .locale("en")
                                                .collationStrength(CollationStrength.SECONDARY)
                                                .build()),
                                "{s: 'a'}",
                                "{s: 'A'}"));
    }

    private static void specialKinds(Probes probes) {
        probes.rightOrRefused("a time-to-live index removes what is old", "removed", scene -> {
                    scene.collection()
                            .createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS));
                    scene.collection().insertOne(new Document("at", Date.from(Instant.EPOCH)));
                    return Waiting.until(
                                    Duration.ofSeconds(90),
                                    () -> scene.collection().countDocuments() == 0)
                            ? "removed"
                            : "still there";
                })
                .rightOrRefused("a text index answers text queries", "[1]", scene -> {
                    scene.with("{_id: 1, s: 'old map'}", "{_id: 2, s: 'new book'}")
                            .createIndex(Indexes.text("s"));
                    return ids(scene.collection().find(doc("{$text: {$search: 'map'}}")));
                })
                .rightOrRefused("a wildcard index is built or refused", "[1]", scene -> {
                    scene.with("{_id: 1, m: {x: 1}}").createIndex(Indexes.ascending("m.$**"));
                    return ids(scene.collection().find(eq("m.x", 1)));
                })
                .rightOrRefused("a hashed index is built or refused", "[1]", scene -> {
                    scene.with("{_id: 1, s: 'x'}").createIndex(Indexes.hashed("s"));
                    return ids(scene.collection().find(eq("s", "x")));
                })
                .rightOrRefused("a geo index answers geo queries", "[1]", scene -> {
                    scene.with("{_id: 1, at: {type: 'Point', coordinates: [1, 1]}}")
                            .createIndex(Indexes.geo2dsphere("at"));
                    return ids(scene.collection()
                            .find(doc("{at: {$nearSphere: {$geometry: {type: 'Point', coordinates: [1, 1]}}}}")));
                });
    }

    private static void hints(Probes probes) {
        probes.rightOrRefused(
                        "min and max bound an index",
                        "[2, 3]",
                        scene -> ids(scene.with("{_id: 1}", "{_id: 2}", "{_id: 3}", "{_id: 4}")
                                .find()
                                .hint(doc("{_id: 1}"))
                                .min(doc("{_id: 2}"))
                                .max(doc("{_id: 4}"))))
                .refused(
                        "a hint that names no index is refused",
                        2,
                        scene -> ids(scene.with("{_id: 1}").find(gt("_id", 0)).hint(doc("{nope: 1}"))))
                .refused(
                        "a direction that is no number is refused",
                        67,
                        scene -> scene.collection().createIndex(doc("{a: 'sideways'}")))
                .refused(
                        "an index without keys is refused",
                        67,
                        scene -> scene.collection().createIndex(doc("{}")))
                .refused("the index of ids cannot be dropped", 72, scene -> {
                    scene.with("{a: 1}").dropIndex("_id_");
                    return "dropped";
                });
    }
}
