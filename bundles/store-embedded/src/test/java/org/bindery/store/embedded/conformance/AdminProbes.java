package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.docs;
import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Databases, collections, large files, and the commands an administrator or a driver sends. */
final class AdminProbes {

    private AdminProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("admin");
        collections(probes);
        lists(probes);
        refusable(probes);
        commands(probes);
        statistics(probes);
        files(probes);
        streams(probes);
        return probes.list();
    }

    private static void collections(Probes probes) {
        probes.refused("a collection that exists cannot be created with other options", 48, scene -> {
                    scene.with("{_id: 1}");
                    scene.database()
                            .createCollection(
                                    name(scene.collection()),
                                    new CreateCollectionOptions()
                                            .validationOptions(new ValidationOptions().validator(exists("x"))));
                    return "created";
                })
                .right("a dropped collection is empty and may be used again", "[[], [2]]", scene -> {
                    scene.with("{_id: 1}").drop();
                    Object empty = ids(scene.collection().find());
                    scene.collection().insertOne(doc("{_id: 2}"));
                    return Shown.of(empty, ids(scene.collection().find()));
                })
                .right("dropping what is not there is no error", "fine", scene -> {
                    scene.collection("nowhere").drop();
                    return "fine";
                })
                .right("a dropped collection forgets its indexes", "2", scene -> {
                    scene.collection()
                            .createIndex(doc("{k: 1}"), new com.mongodb.client.model.IndexOptions().unique(true));
                    scene.collection().drop();
                    return (int) scene.with("{k: 1}", "{k: 1}").countDocuments();
                })
                .right("a dropped database may be used again", "[2]", scene -> {
                    MongoDatabase other =
                            scene.client().getDatabase(scene.database().getName() + "_dropped");
                    other.getCollection("c").insertOne(doc("{_id: 1}"));
                    other.drop();
                    other.getCollection("c").insertOne(doc("{_id: 2}"));
                    Object found = ids(other.getCollection("c").find());
                    other.drop();
                    return found;
                });
    }

    private static void lists(Probes probes) {
        probes.right("listCollections obeys its filter", "1", scene -> {
                    scene.collection("other").insertOne(doc("{_id: 1}"));
                    return Scene.all(
                                    scene.database().listCollections().filter(eq("name", name(scene.with("{_id: 1}")))))
                            .size();
                })
                .right("collection names are listed", "true", scene -> {
                    scene.with("{_id: 1}");
                    return Scene.all(scene.database().listCollectionNames()).contains(name(scene.collection()));
                })
                .right("databases are listed", "true", scene -> {
                    scene.with("{_id: 1}");
                    return Scene.all(scene.client().listDatabaseNames())
                            .contains(scene.database().getName());
                })
                .right("rename moves the documents", "[[], [1]]", scene -> {
                    scene.with("{_id: 1}")
                            .renameCollection(scene.collection("b").getNamespace());
                    return Shown.of(
                            ids(scene.collection().find()),
                            ids(scene.collection("b").find()));
                })
                .right("rename onto another collection is refused", "error 48", scene -> {
                    scene.collection("b").insertOne(doc("{_id: 2}"));
                    scene.with("{_id: 1}")
                            .renameCollection(scene.collection("b").getNamespace());
                    return "renamed";
                })
                .rightOrRefused("rename may replace the other when told so", "[1]", scene -> {
                    MongoNamespace other = scene.collection("b").getNamespace();
                    scene.collection("b").insertOne(doc("{_id: 2}"));
                    scene.with("{_id: 1}").renameCollection(other, new RenameCollectionOptions().dropTarget(true));
                    return ids(scene.collection("b").find());
                });
    }

    private static String name(MongoCollection<Document> collection) {
        return collection.getNamespace().getCollectionName();
    }

    private static void refusable(Probes probes) {
        probes.refused("a validator is enforced", 121, scene -> {
                    scene.database()
                            .createCollection(
                                    name(scene.collection()),
                                    new CreateCollectionOptions()
                                            .validationOptions(new ValidationOptions().validator(exists("needed"))));
                    scene.collection().insertOne(doc("{a: 1}"));
                    return "stored";
                })
                .rightOrRefused("a capped collection keeps the newest", "2", scene -> {
                    scene.database()
                            .createCollection(
                                    name(scene.collection()),
                                    new CreateCollectionOptions()
                                            .capped(true)
                                            .maxDocuments(2)
                                            .sizeInBytes(100_000));
                    return (int) scene.with("{_id: 1}", "{_id: 2}", "{_id: 3}").countDocuments();
                })
                .rightOrRefused("a view shows its collection through a pipeline", "[1]", scene -> {
                    scene.with("{_id: 1, a: 1}", "{_id: 2}");
                    scene.database()
                            .createView(
                                    name(scene.collection("view")), name(scene.collection()), docs("{$match: {a: 1}}"));
                    return ids(scene.collection("view").find());
                })
                .rightOrRefused("a time series collection is made or refused", "time series", scene -> {
                    scene.database()
                            .runCommand(new Document("create", name(scene.collection()))
                                    .append("timeseries", doc("{timeField: 'at'}")));
                    Document info = scene.database()
                            .listCollections()
                            .filter(eq("name", name(scene.collection())))
                            .first();
                    return "timeseries".equals(info.get("type")) ? "time series" : "a plain collection";
                })
                .rightOrRefused("a collation of a collection folds case", "[1]", scene -> {
                    scene.database()
                            .createCollection(
                                    name(scene.collection()),
                                    new CreateCollectionOptions()
                                            .collation(com.mongodb.client.model.Collation.builder()
                                                    .locale("en")
                                                    .collationStrength(
                                                            com.mongodb.client.model.CollationStrength.SECONDARY)
                                                    .build()));
                    return ids(scene.with("{_id: 1, s: 'a'}").find(eq("s", "A")));
                });
    }

    private static void commands(Probes probes) {
        probes.right("ping", "{\"ok\": 1.0}", scene -> {
                    return new Document("ok", scene.command("{ping: 1}").get("ok"));
                })
                .right(
                        "buildInfo names a version the driver takes",
                        "true",
                        scene -> scene.command("{buildInfo: 1}")
                                .getString("version")
                                .matches("[5-9]\\.\\d+\\..*"))
                .refused("an unknown command is refused", 59, scene -> scene.command("{makeCoffee: 1}"))
                .refused(
                        "an unknown field of a command is refused",
                        40415,
                        scene -> scene.database()
                                .runCommand(
                                        new Document("find", name(scene.collection())).append("fliter", doc("{a: 1}"))))
                .rightOrRefused("dbStats counts collections", "true", scene -> {
                    scene.with("{_id: 1}");
                    return scene.command("{dbStats: 1}")
                                    .get("collections", Number.class)
                                    .intValue()
                            > 0;
                })
                .rightOrRefused(
                        "collStats counts documents",
                        "2",
                        scene -> scene.database()
                                .runCommand(new Document("collStats", name(scene.with("{_id: 1}", "{_id: 2}"))))
                                .get("count", Number.class)
                                .intValue())
                .rightOrRefused(
                        "validate finds a sound collection valid",
                        "true",
                        scene -> scene.database()
                                .runCommand(new Document("validate", name(scene.with("{_id: 1}"))))
                                .get("valid"));
    }

    private static void statistics(Probes probes) {
        probes.rightOrRefused(
                        "serverStatus answers",
                        "true",
                        scene -> scene.command("{serverStatus: 1}").containsKey("ok"))
                .rightOrRefused("map and reduce in JavaScript is refused or runs", "ran", scene -> {
                    scene.database()
                            .runCommand(doc(
                                    "{mapReduce: '%s', map: 'function(){}', reduce: 'function(){}', out: {inline: 1}}"
                                            .formatted(name(scene.with("{_id: 1}")))));
                    return "ran";
                })
                .rightOrRefused(
                        "$where in JavaScript is refused or runs",
                        "[1]",
                        scene -> ids(scene.with("{_id: 1, a: 1}").find(doc("{$where: 'this.a == 1'}"))))
                .rightOrRefused("users are made or refused", "made", scene -> {
                    String user = "probe" + new ObjectId().toHexString();
                    scene.database()
                            .runCommand(new Document("createUser", user)
                                    .append("pwd", "x")
                                    .append("roles", List.of()));
                    scene.database().runCommand(new Document("dropUser", user));
                    return "made";
                });
    }

    private static void files(Probes probes) {
        probes.right("a file of twenty megabytes comes back", "true", scene -> {
                    GridFSBucket bucket = GridFSBuckets.create(scene.database(), scene.name() + ".files");
                    byte[] content = new byte[20_000_000];
                    new Random(1).nextBytes(content);
                    ObjectId id = bucket.uploadFromStream("f.bin", new ByteArrayInputStream(content));
                    ByteArrayOutputStream back = new ByteArrayOutputStream();
                    bucket.downloadToStream(id, back);
                    bucket.delete(id);
                    return Arrays.equals(content, back.toByteArray());
                })
                .right("files are found by name and deleted whole", "[1, 0]", scene -> {
                    GridFSBucket bucket = GridFSBuckets.create(scene.database(), scene.name() + ".files");
                    ObjectId id = bucket.uploadFromStream("a.txt", new ByteArrayInputStream(new byte[300_000]));
                    int found = Scene.all(bucket.find(eq("filename", "a.txt"))).size();
                    bucket.delete(id);
                    return Shown.of(found, (int) scene.database()
                            .getCollection(scene.name() + ".files.chunks")
                            .countDocuments());
                });
    }

    private static void streams(Probes probes) {
        probes.rightOrRefused("a change stream tells inserts, updates and deletes", "insert update delete", scene -> {
                    MongoCollection<Document> watched = scene.with("{_id: 0}");
                    try (var cursor = watched.watch()
                            .maxAwaitTime(200, TimeUnit.MILLISECONDS)
                            .cursor()) {
                        watched.insertOne(doc("{_id: 1}"));
                        watched.findOneAndUpdate(eq("_id", 1), doc("{$set: {a: 1}}"));
                        watched.deleteOne(eq("_id", 1));
                        return "%s %s %s".formatted(kind(cursor), kind(cursor), kind(cursor));
                    }
                })
                .rightOrRefused("a change stream of a database tells inserts", "insert", scene -> {
                    MongoCollection<Document> watched = scene.with("{_id: 0}");
                    try (var cursor = scene.database()
                            .watch()
                            .maxAwaitTime(200, TimeUnit.MILLISECONDS)
                            .cursor()) {
                        watched.insertOne(doc("{_id: 1}"));
                        return kind(cursor);
                    }
                });
    }

    private static String kind(
            com.mongodb.client.MongoChangeStreamCursor<
                            com.mongodb.client.model.changestream.ChangeStreamDocument<Document>>
                    cursor) {
        for (int tries = 0; tries < 15; tries++) {
            var next = cursor.tryNext();
            if (next != null) {
                return next.getOperationTypeString();
            }
        }
        return "nothing";
    }
}
