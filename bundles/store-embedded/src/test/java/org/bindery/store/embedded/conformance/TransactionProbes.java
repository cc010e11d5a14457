package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.eq;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.docs;
import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/** Sessions and multi-document transactions, as the hub uses them. */
final class TransactionProbes {

    /** What a probe does with an open transaction. */
    @FunctionalInterface
    private interface Work {
        Object run(ClientSession session) throws Exception;
    }

    private TransactionProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("transaction");
        sessions(probes);
        outcomes(probes);
        restored(probes);
        repeated(probes);
        wholes(probes);
        visibility(probes);
        views(probes);
        conflicts(probes);
        crowds(probes);
        return probes.list();
    }

    private static Object in(Scene scene, Work work) throws Exception {
        scene.database().createCollection(scene.collection().getNamespace().getCollectionName());
        try (ClientSession session = scene.session()) {
            session.startTransaction();
            return work.run(session);
        }
    }

    private static void sessions(Probes probes) {
        probes.right("a session reads its own write", "[1]", scene -> {
                    try (ClientSession session = scene.session()) {
                        scene.collection().insertOne(session, doc("{_id: 1}"));
                        return ids(scene.collection().find(session));
                    }
                })
                .right("a causally consistent session reads", "[1]", scene -> {
                    scene.with("{_id: 1}");
                    var causal = ClientSessionOptions.builder()
                            .causallyConsistent(true)
                            .build();
                    try (ClientSession session = scene.client().startSession(causal)) {
                        scene.collection().insertOne(session, doc("{_id: 2}"));
                        scene.collection().deleteOne(session, eq("_id", 2));
                        return ids(scene.collection().find(session));
                    }
                })
                .rightOrRefused("a snapshot session reads one point in time", "[1]", scene -> {
                    scene.with("{_id: 1}");
                    var snapshot = ClientSessionOptions.builder().snapshot(true).build();
                    try (ClientSession session = scene.client().startSession(snapshot)) {
                        scene.collection().find(session).first();
                        scene.collection().insertOne(doc("{_id: 2}"));
                        return ids(scene.collection().find(session));
                    }
                })
                .right(
                        "the server says it is a replica set",
                        "true",
                        scene -> scene.command("{hello: 1}").containsKey("setName"))
                .right(
                        "the server says how long a session lives",
                        "true",
                        scene -> scene.command("{hello: 1}").containsKey("logicalSessionTimeoutMinutes"));
    }

    private static void outcomes(Probes probes) {
        probes.right(
                        "a commit keeps everything",
                        "[1, 2]",
                        scene -> in(scene, session -> {
                            scene.collection().insertMany(session, docs("{_id: 1}", "{_id: 2}"));
                            session.commitTransaction();
                            return ids(scene.collection().find());
                        }))
                .right(
                        "an abort keeps nothing",
                        "[]",
                        scene -> in(scene, session -> {
                            scene.collection().insertMany(session, docs("{_id: 1}", "{_id: 2}"));
                            session.abortTransaction();
                            return ids(scene.collection().find());
                        }))
                .right("an abort restores updates and deletes", "[{\"_id\": 1, \"a\": 1}, {\"_id\": 2}]", scene -> {
                    scene.with("{_id: 1, a: 1}", "{_id: 2}");
                    try (ClientSession session = scene.session()) {
                        session.startTransaction();
                        scene.collection().updateOne(session, eq("_id", 1), Updates.set("a", 9));
                        scene.collection().deleteOne(session, eq("_id", 2));
                        session.abortTransaction();
                    }
                    return scene.collection().find();
                });
    }

    private static void restored(Probes probes) {
        probes.right("an abort restores a unique key", "[error 11000, []]", scene -> {
                    scene.collection().createIndex(doc("{k: 1}"), new IndexOptions().unique(true));
                    try (ClientSession session = scene.session()) {
                        session.startTransaction();
                        scene.collection().insertOne(session, doc("{_id: 1, k: 1}"));
                        session.abortTransaction();
                    }
                    Object free = ids(scene.collection().find(eq("k", 1)));
                    scene.collection().insertOne(doc("{_id: 2, k: 1}"));
                    return Shown.of(Shown.answerOf(() -> scene.collection().insertOne(doc("{_id: 3, k: 1}"))), free);
                })
                .right("a duplicate key ends the whole transaction", "[error 11000, []]", scene -> {
                    return in(scene, session -> {
                        scene.collection().insertOne(session, doc("{_id: 1}"));
                        String refused = Shown.answerOf(() -> scene.collection().insertOne(session, doc("{_id: 1}")));
                        String after = Shown.answerOf(() -> {
                            session.commitTransaction();
                            return "committed";
                        });
                        if ("committed".equals(after)) {
                            return after;
                        }
                        return Shown.of(refused, ids(scene.collection().find()));
                    });
                });
    }

    private static void repeated(Probes probes) {
        probes.right(
                        "a commit may be repeated",
                        "[1]",
                        scene -> in(scene, session -> {
                            scene.collection().insertOne(session, doc("{_id: 1}"));
                            session.commitTransaction();
                            session.commitTransaction();
                            return ids(scene.collection().find());
                        }))
                .right(
                        "an empty transaction commits",
                        "empty",
                        scene -> in(scene, session -> {
                            session.commitTransaction();
                            return "empty";
                        }))
                .right(
                        "one session takes one transaction after the other",
                        "[1, 3]",
                        scene -> in(scene, session -> {
                            scene.collection().insertOne(session, doc("{_id: 1}"));
                            session.commitTransaction();
                            session.startTransaction();
                            scene.collection().insertOne(session, doc("{_id: 2}"));
                            session.abortTransaction();
                            session.startTransaction();
                            scene.collection().insertOne(session, doc("{_id: 3}"));
                            session.commitTransaction();
                            return ids(scene.collection().find());
                        }));
    }

    private static void wholes(Probes probes) {
        probes.right("withTransaction over two collections is all or nothing", "[[], []]", scene -> {
                    var other = scene.collection("other");
                    other.insertOne(doc("{_id: 0}"));
                    other.deleteOne(eq("_id", 0));
                    return in(scene, open -> {
                        open.abortTransaction();
                        try (ClientSession session = scene.session()) {
                            session.withTransaction(() -> {
                                scene.collection().insertOne(session, doc("{_id: 1}"));
                                other.insertOne(session, doc("{_id: 1}"));
                                throw new IllegalStateException("the caller changed its mind");
                            });
                        } catch (IllegalStateException changedMind) {
                            return Shown.of(ids(scene.collection().find()), ids(other.find()));
                        }
                        return "committed";
                    });
                })
                .right(
                        "an unknown transaction cannot be committed",
                        "error 251",
                        scene -> scene.client()
                                .getDatabase("admin")
                                .runCommand(
                                        doc("{commitTransaction: 1, txnNumber: NumberLong(7), autocommit: false}")));
    }

    private static void visibility(Probes probes) {
        probes.right(
                        "a transaction sees its own writes",
                        "[1]",
                        scene -> in(scene, session -> {
                            scene.collection().insertOne(session, doc("{_id: 1}"));
                            return ids(scene.collection().find(session));
                        }))
                .right(
                        "nobody else sees them before the commit",
                        "[]",
                        scene -> in(scene, session -> {
                            scene.collection().insertOne(session, doc("{_id: 1}"));
                            return ids(scene.collection().find());
                        }))
                .right("its own deletes and updates are seen through an index", "[[2], []]", scene -> {
                    scene.collection().createIndex(doc("{k: 1}"));
                    scene.with("{_id: 1, k: 1}", "{_id: 2, k: 2}");
                    try (ClientSession session = scene.session()) {
                        session.startTransaction();
                        scene.collection().deleteOne(session, eq("_id", 1));
                        scene.collection().updateOne(session, eq("_id", 2), Updates.set("k", 1));
                        return Shown.of(
                                ids(scene.collection().find(session, eq("k", 1))),
                                ids(scene.collection().find(session, eq("k", 2))));
                    }
                })
                .right(
                        "an aggregation inside sees its own writes",
                        "1",
                        scene -> in(scene, session -> {
                            scene.collection().insertOne(session, doc("{_id: 1}"));
                            return scene.collection()
                                    .aggregate(session, docs("{$count: 'n'}"))
                                    .first()
                                    .get("n");
                        }));
    }

    private static void views(Probes probes) {
        probes.right(
                        "a cursor inside goes on over its batches",
                        "500",
                        scene -> in(scene, session -> {
                            List<Document> many = java.util.stream.IntStream.range(0, 500)
                                    .mapToObj(at -> new Document("_id", at))
                                    .toList();
                            scene.collection().insertMany(session, many);
                            return ids(scene.collection().find(session).batchSize(50))
                                    .size();
                        }))
                .right("a reader outside goes on while one is open", "[{\"_id\": 1, \"a\": 1}]", scene -> {
                    scene.with("{_id: 1, a: 1}");
                    try (ClientSession session = scene.session()) {
                        session.startTransaction();
                        scene.collection().updateOne(session, eq("_id", 1), Updates.set("a", 2));
                        return scene.collection().find();
                    }
                })
                .right("reads of one transaction see one point in time", "[1, 1]", scene -> {
                    scene.with("{_id: 1}");
                    try (ClientSession session = scene.session()) {
                        session.startTransaction();
                        int before = (int) scene.collection().countDocuments(session);
                        scene.collection().insertOne(doc("{_id: 2}"));
                        return Shown.of(before, (int) scene.collection().countDocuments(session));
                    }
                });
    }

    private static void conflicts(Probes probes) {
        probes.right("two transactions on one document cannot both win", "one of 2", scene -> {
                    MongoCollection<Document> found = scene.with("{_id: 1, n: 0}");
                    try (ClientSession first = scene.session();
                            ClientSession second = scene.session()) {
                        first.startTransaction();
                        second.startTransaction();
                        found.find(first).first();
                        found.find(second).first();
                        found.updateOne(first, eq("_id", 1), Updates.inc("n", 1));
                        first.commitTransaction();
                        String late = Shown.answerOf(() -> {
                            found.updateOne(second, eq("_id", 1), Updates.inc("n", 1));
                            second.commitTransaction();
                            return "both";
                        });
                        return "error 112".equals(late) ? "one of 2" : late;
                    }
                })
                .right("a conflict carries the label that asks for another try", "TransientTransactionError", scene -> {
                    MongoCollection<Document> found = scene.with("{_id: 1, n: 0}");
                    try (ClientSession session = scene.session()) {
                        session.startTransaction();
                        found.find(session).first();
                        found.updateOne(eq("_id", 1), Updates.inc("n", 1));
                        found.updateOne(session, eq("_id", 1), Updates.inc("n", 1));
                        session.commitTransaction();
                        return "both";
                    } catch (MongoException conflict) {
                        return conflict.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                                ? "TransientTransactionError"
                                : "error " + conflict.getCode();
                    }
                });
    }

    private static void crowds(Probes probes) {
        probes.right("money moved by eight threads is neither made nor lost", "2000", scene -> {
            for (int at = 0; at < 20; at++) {
                scene.collection().insertOne(new Document("_id", at).append("v", 100));
            }
            Threads.together(8, number -> {
                try (ClientSession session = scene.session()) {
                    for (int turn = 0; turn < 10; turn++) {
                        move(scene, session, (number + turn) % 20, (number * 3 + turn + 1) % 20);
                    }
                }
                return number;
            });
            return scene.collection()
                    .aggregate(docs("{$group: {_id: null, sum: {$sum: '$v'}}}"))
                    .first()
                    .get("sum");
        });
    }

    private static void move(Scene scene, ClientSession session, int from, int to) {
        session.withTransaction(() -> {
            scene.collection().updateOne(session, eq("_id", from), Updates.inc("v", -1));
            scene.collection().updateOne(session, eq("_id", to), Updates.inc("v", 1));
            return to;
        });
    }
}
