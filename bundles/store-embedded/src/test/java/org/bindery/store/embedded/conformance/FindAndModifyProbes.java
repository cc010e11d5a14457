package org.bindery.store.embedded.conformance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.bindery.store.embedded.conformance.Scene.doc;
import static org.bindery.store.embedded.conformance.Scene.docs;

import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/** The optimistic version check and its relatives. */
final class FindAndModifyProbes {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private FindAndModifyProbes() {}

    static List<Probe> all() {
        Probes probes = new Probes("find and modify");
        versions(probes);
        answers(probes);
        races(probes);
        return probes.list();
    }

    private static void versions(Probes probes) {
        probes.right("the current version wins", "{\"_id\": 1, \"v\": 2, \"n\": {\"x\": 5}}", scene -> {
                    return scene.with("{_id: 1, v: 1, n: {x: 1}}")
                            .findOneAndUpdate(
                                    and(eq("_id", 1), eq("v", 1)),
                                    Updates.combine(Updates.set("n.x", 5), Updates.inc("v", 1)),
                                    AFTER);
                })
                .right("a stale version finds nothing and changes nothing", "[nothing, 2]", scene -> {
                    Document stale = scene.with("{_id: 1, v: 2}")
                            .findOneAndUpdate(and(eq("_id", 1), eq("v", 1)), Updates.inc("v", 1));
                    return Shown.of(
                            stale == null ? "nothing" : stale,
                            scene.collection().find().first().get("v"));
                })
                .right(
                        "the document before is the default answer",
                        "{\"_id\": 1, \"v\": 1}",
                        scene -> scene.with("{_id: 1, v: 1}").findOneAndUpdate(eq("_id", 1), Updates.inc("v", 1)))
                .right(
                        "an upsert answers with its projection",
                        "{\"_id\": 9, \"z\": 1}",
                        scene -> scene.collection()
                                .findOneAndUpdate(
                                        eq("_id", 9),
                                        Updates.combine(Updates.setOnInsert("z", 1), Updates.set("y", 1)),
                                        new FindOneAndUpdateOptions()
                                                .upsert(true)
                                                .returnDocument(ReturnDocument.AFTER)
                                                .projection(Projections.include("z"))));
    }

    private static void answers(Probes probes) {
        probes.right(
                        "a sort decides which one is taken",
                        "{\"_id\": 3}",
                        scene -> scene.with("{_id: 1}", "{_id: 3}", "{_id: 2}")
                                .findOneAndDelete(gte("_id", 1), new FindOneAndDeleteOptions().sort(doc("{_id: -1}"))))
                .right(
                        "a replacement is answered after it was made",
                        "{\"_id\": 1, \"q\": 1}",
                        scene -> scene.with("{_id: 1, a: 1}")
                                .findOneAndReplace(
                                        eq("_id", 1),
                                        doc("{q: 1}"),
                                        new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER)))
                .right("a duplicate made by an update is refused", "error 11000", scene -> {
                    scene.collection()
                            .createIndex(doc("{k: 1}"), new com.mongodb.client.model.IndexOptions().unique(true));
                    return scene.with("{_id: 1, k: 1}", "{_id: 2, k: 2}")
                            .findOneAndUpdate(eq("_id", 2), Updates.set("k", 1));
                })
                .right(
                        "array filters choose the elements",
                        "{\"_id\": 1, \"a\": [1, 0, 3]}",
                        scene -> scene.with("{_id: 1, a: [1, 9, 3]}")
                                .findOneAndUpdate(
                                        eq("_id", 1),
                                        Updates.set("a.$[big]", 0),
                                        new FindOneAndUpdateOptions()
                                                .returnDocument(ReturnDocument.AFTER)
                                                .arrayFilters(docs("{big: {$gt: 5}}"))));
    }

    private static void races(Probes probes) {
        probes.rightOrRefused(
                        "a pipeline computes",
                        "{\"_id\": 1, \"v\": 1, \"w\": 1}",
                        scene -> scene.with("{_id: 1, v: 1}")
                                .findOneAndUpdate(eq("_id", 1), docs("{$set: {w: '$v'}}"), AFTER))
                .right("eight threads that add one each add eight", "8", scene -> {
                    scene.with("{_id: 1, n: 0}");
                    Threads.together(8, at -> scene.collection().findOneAndUpdate(eq("_id", 1), Updates.inc("n", 1)));
                    return scene.collection().find().first().get("n");
                })
                .right("of eight threads with one version only one wins", "1", scene -> {
                    scene.with("{_id: 1, v: 1}");
                    return (int) Threads.together(
                                    8,
                                    at -> scene.collection()
                                            .findOneAndUpdate(and(eq("_id", 1), eq("v", 1)), Updates.inc("v", 1)))
                            .stream()
                            .filter(Document.class::isInstance)
                            .count();
                });
    }
}
