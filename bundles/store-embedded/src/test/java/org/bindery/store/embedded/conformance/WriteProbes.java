package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.docs;
import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;

/** Inserts, updates, deletes, and bulks of them. */
final class WriteProbes {

    private WriteProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("write");
        inserts(probes);
        identities(probes);
        bulkInserts(probes);
        updates(probes);
        replacements(probes);
        refinedUpdates(probes);
        bulks(probes);
        return probes.list();
    }

    private static void inserts(Probes probes) {
        probes.right("an insert is acknowledged with its id", "7", scene -> {
                    return scene.collection()
                            .insertOne(doc("{_id: 7}"))
                            .getInsertedId()
                            .asInt32()
                            .getValue();
                })
                .right(
                        "a journaled insert is acknowledged",
                        "true",
                        scene -> scene.collection()
                                .withWriteConcern(WriteConcern.JOURNALED)
                                .insertOne(doc("{_id: 1}"))
                                .wasAcknowledged())
                .right(
                        "a majority insert is acknowledged",
                        "true",
                        scene -> scene.collection()
                                .withWriteConcern(WriteConcern.MAJORITY)
                                .insertOne(doc("{_id: 1}"))
                                .wasAcknowledged())
                .right(
                        "a majority write is read with read concern majority",
                        "{\"_id\": 1}",
                        scene -> scene.with("{_id: 1}")
                                .withReadConcern(ReadConcern.MAJORITY)
                                .find()
                                .first());
    }

    private static void identities(Probes probes) {
        probes.refused(
                        "more acknowledging members than there are is an error",
                        100,
                        scene -> scene.collection()
                                .withWriteConcern(new WriteConcern(51))
                                .insertOne(doc("{_id: 1}"))
                                .wasAcknowledged())
                .right("an insert without an id gets an ObjectId", "24", scene -> {
                    scene.collection().insertOne(doc("{a: 1}"));
                    return scene.collection()
                            .find()
                            .first()
                            .getObjectId("_id")
                            .toHexString()
                            .length();
                })
                .right(
                        "the same id twice is a duplicate key",
                        "error 11000",
                        scene -> scene.with("{_id: 1}", "{_id: 1}"))
                .right(
                        "an int id and an equal long id are one",
                        "error 11000",
                        scene -> scene.with("{_id: 1}", "{_id: NumberLong(1)}"))
                .right(
                        "an int id and an equal double id are one",
                        "error 11000",
                        scene -> scene.with("{_id: 1}", "{_id: 1.0}"));
    }

    private static void bulkInserts(Probes probes) {
        probes.right("five thousand documents go in at once", "5000L", scene -> {
                    scene.collection()
                            .insertMany(IntStream.range(0, 5000)
                                    .mapToObj(at -> new Document("_id", at))
                                    .toList());
                    return scene.collection().countDocuments() + "L";
                })
                .right("an ordered insert stops at the first duplicate", "1 stored, 1 counted, at 1", scene -> {
                    return bulkReport(
                            scene, () -> scene.collection().insertMany(docs("{_id: 1}", "{_id: 1}", "{_id: 2}")));
                })
                .right("an unordered insert goes on after a duplicate", "2 stored, 2 counted, at 1", scene -> {
                    return bulkReport(
                            scene,
                            () -> scene.collection()
                                    .insertMany(
                                            docs("{_id: 1}", "{_id: 1}", "{_id: 2}"),
                                            new InsertManyOptions().ordered(false)));
                })
                .refused("an array cannot be an id", 53, scene -> scene.with("{_id: [1]}"))
                .right("fields keep their order", "{\"_id\": 1, \"z\": 1, \"y\": 5, \"x\": 3}", scene -> {
                    MongoCollection<Document> found = scene.with("{_id: 1, z: 1, y: 2, x: 3}");
                    found.updateOne(eq("_id", 1), Updates.set("y", 5));
                    return found.find().first();
                })
                .right(
                        "the id is stored first wherever it was written",
                        "{\"_id\": 1, \"a\": 1}",
                        scene -> scene.with("{a: 1, _id: 1}").find().first());
    }

    private static String bulkReport(Scene scene, Callable<?> write) throws Exception {
        try {
            write.call();
            return "no error";
        } catch (MongoBulkWriteException stopped) {
            return "%d stored, %d counted, at %d"
                    .formatted(
                            scene.collection().countDocuments(),
                            stopped.getWriteResult().getInsertedCount(),
                            stopped.getWriteErrors().get(0).getIndex());
        }
    }

    private static void updates(Probes probes) {
        probes.right("updateOne changes one of many", "1/1", scene -> {
                    var result =
                            scene.with("{_id: 1, a: 1}", "{_id: 2, a: 1}").updateOne(eq("a", 1), Updates.set("b", 1));
                    return result.getMatchedCount() + "/" + result.getModifiedCount();
                })
                .right("updateMany counts matches and changes apart", "2/1", scene -> {
                    var result = scene.with("{_id: 1, a: 1, b: 1}", "{_id: 2, a: 1}")
                            .updateMany(eq("a", 1), Updates.set("b", 1));
                    return result.getMatchedCount() + "/" + result.getModifiedCount();
                })
                .right(
                        "an upsert stores the equality part of its filter",
                        "{\"_id\": 5, \"a\": 1, \"b\": 2}",
                        scene -> {
                            scene.collection()
                                    .updateOne(
                                            doc("{_id: 5, a: 1}"),
                                            Updates.set("b", 2),
                                            new UpdateOptions().upsert(true));
                            return scene.collection().find().first();
                        })
                .right("an upsert that matches inserts nothing", "1", scene -> {
                    scene.with("{_id: 5}")
                            .updateOne(eq("_id", 5), Updates.setOnInsert("n", 1), new UpdateOptions().upsert(true));
                    return (int) scene.collection().countDocuments();
                })
                .right("replaceOne keeps the id", "{\"_id\": 1, \"b\": 2}", scene -> {
                    scene.with("{_id: 1, a: 1}").replaceOne(eq("a", 1), doc("{b: 2}"));
                    return scene.collection().find().first();
                });
    }

    private static void replacements(Probes probes) {
        probes.right(
                        "replaceOne with another id is refused",
                        "error 66",
                        scene -> scene.with("{_id: 1, a: 1}")
                                .replaceOne(eq("a", 1), doc("{_id: 2, b: 2}"))
                                .getModifiedCount())
                .right(
                        "a replacement upserts",
                        "3",
                        scene -> scene.collection()
                                .replaceOne(eq("_id", 3), doc("{x: 1}"), new ReplaceOptions().upsert(true))
                                .getUpsertedId()
                                .asInt32()
                                .getValue())
                .right(
                        "the id cannot be changed",
                        "error 66",
                        scene -> scene.with("{_id: 1}")
                                .updateOne(eq("_id", 1), Updates.set("_id", 2))
                                .getModifiedCount())
                .right("deleteOne deletes one", "1 of 2", scene -> {
                    long gone = scene.with("{_id: 1, a: 1}", "{_id: 2, a: 1}")
                            .deleteOne(eq("a", 1))
                            .getDeletedCount();
                    return gone + " of " + (gone + scene.collection().countDocuments());
                })
                .right("deleteMany deletes all matches", "[1]", scene -> {
                    scene.with("{_id: 1}", "{_id: 2}", "{_id: 3}").deleteMany(gt("_id", 1));
                    return ids(scene.collection().find());
                });
    }

    private static void refinedUpdates(Probes probes) {
        probes.rightOrRefused("an update with a pipeline computes", "{\"_id\": 1, \"v\": 1, \"w\": 2}", scene -> {
                    scene.with("{_id: 1, v: 1}").updateOne(eq("_id", 1), docs("{$set: {w: {$add: ['$v', 1]}}}"));
                    return scene.collection().find().first();
                })
                .rightOrRefused("an update takes a hint", "1", scene -> (int) scene.with("{_id: 1}")
                        .updateOne(eq("_id", 1), Updates.set("h", 1), new UpdateOptions().hint(doc("{_id: 1}")))
                        .getModifiedCount())
                .rightOrRefused("an update takes a sort", "{\"_id\": 2, \"h\": 1}", scene -> {
                    scene.with("{_id: 1}", "{_id: 2}")
                            .updateOne(gte("_id", 1), Updates.set("h", 1), new UpdateOptions().sort(doc("{_id: -1}")));
                    return scene.collection().find(eq("h", 1)).first();
                });
    }

    private static void bulks(Probes probes) {
        probes.right("a bulk of all kinds counts each kind", "1 in, 1 up, 3 matched, 1 out", scene -> {
                    List<WriteModel<Document>> all = List.of(
                            new InsertOneModel<>(doc("{_id: 1, k: 1}")),
                            new UpdateOneModel<>(eq("_id", 1), Updates.inc("k", 1)),
                            new UpdateOneModel<>(eq("_id", 2), Updates.set("k", 5), new UpdateOptions().upsert(true)),
                            new ReplaceOneModel<>(eq("_id", 1), doc("{k: 9}")),
                            new UpdateOneModel<>(eq("k", 9), Updates.set("k", 10)),
                            new DeleteOneModel<>(eq("_id", 2)));
                    var result = scene.collection().bulkWrite(all);
                    return "%d in, %d up, %d matched, %d out"
                            .formatted(
                                    result.getInsertedCount(),
                                    result.getUpserts().size(),
                                    result.getMatchedCount(),
                                    result.getDeletedCount());
                })
                .right("an ordered bulk of updates stops at the first error", "1", scene -> {
                    MongoCollection<Document> found = scene.with("{_id: 1}");
                    String refused = Shown.answerOf(() -> found.bulkWrite(List.of(
                            new UpdateOneModel<>(eq("_id", 1), Updates.set("step", 1)),
                            new UpdateOneModel<>(eq("_id", 1), Updates.set("_id", 2)),
                            new UpdateOneModel<>(eq("_id", 1), Updates.set("step", 3)))));
                    return "error 66".equals(refused) ? found.find().first().get("step") : refused;
                })
                .right("an ordered bulk of deletes and inserts keeps its order", "[2]", scene -> {
                    scene.with("{_id: 1}")
                            .bulkWrite(List.of(
                                    new DeleteOneModel<>(eq("_id", 1)),
                                    new InsertOneModel<>(doc("{_id: 1}")),
                                    new DeleteOneModel<>(eq("_id", 1)),
                                    new InsertOneModel<>(doc("{_id: 2}"))));
                    return ids(scene.collection().find());
                })
                .rightOrRefused("a bulk across collections works", "1", scene -> (int) scene.client()
                        .bulkWrite(List.of(com.mongodb.client.model.bulk.ClientNamespacedWriteModel.insertOne(
                                scene.collection().getNamespace(), doc("{_id: 1}"))))
                        .getInsertedCount());
    }
}
