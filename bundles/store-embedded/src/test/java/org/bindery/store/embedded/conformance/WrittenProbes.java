package org.bindery.store.embedded.conformance;

import static org.bindery.store.embedded.conformance.Scene.ids;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Turns the written cases into probes. */
final class WrittenProbes {

    private WrittenProbes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>();
        WrittenCase.read("find").forEach(one -> all.add(probe(one, scene -> find(scene, one))));
        WrittenCase.read("update").forEach(one -> all.add(probe(one, scene -> update(scene, one))));
        WrittenCase.read("aggregate").forEach(one -> all.add(probe(one, scene -> aggregate(scene, one))));
        return all;
    }

    private static Probe probe(WrittenCase one, Probe.Check check) {
        return new Probe(one.kind(), one.name(), one.expected(), one.mayRefuse(), check);
    }

    private static Object find(Scene scene, WrittenCase one) {
        scene.collection().insertMany(one.documents("docs"));
        FindIterable<Document> found = scene.collection()
                .find(one.part("filter"))
                .skip(one.text().getInteger("skip", 0))
                .limit(one.text().getInteger("limit", 0));
        if (one.text().containsKey("sort")) {
            found.sort(one.part("sort"));
        }
        if (one.text().containsKey("projection")) {
            found.projection(one.part("projection"));
        }
        return one.idsOnly() ? ids(found) : found;
    }

    private static Object update(Scene scene, WrittenCase one) {
        scene.collection().insertOne(one.part("doc"));
        UpdateOptions options = new UpdateOptions();
        if (one.text().containsKey("arrayFilters")) {
            options.arrayFilters(one.documents("arrayFilters"));
        }
        scene.collection().updateOne(one.part("filter"), one.part("update"), options);
        return scene.collection().find().first();
    }

    private static Object aggregate(Scene scene, WrittenCase one) {
        String other = scene.collection("other").getNamespace().getCollectionName();
        scene.collection().insertMany(one.documents("docs"));
        if (!one.documents("other").isEmpty()) {
            scene.collection("other").insertMany(one.documents("other"));
        }
        List<Document> stages = one.documents("pipeline").stream()
                .map(stage -> Document.parse(stage.toJson().replace("\"OTHER\"", "\"" + other + "\"")))
                .toList();
        return scene.collection().aggregate(stages);
    }
}
