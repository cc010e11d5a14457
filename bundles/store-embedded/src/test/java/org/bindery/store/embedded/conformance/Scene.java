package org.bindery.store.embedded.conformance;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What a probe works with: a client and empty collections nobody else uses. */
record Scene(MongoClient client, MongoDatabase database, String name) {

    /** The probe's own collection. */
    MongoCollection<Document> collection() {
        return collection("main");
    }

    /** Another collection of the probe. */
    MongoCollection<Document> collection(String suffix) {
        return database.getCollection(name + "." + suffix);
    }

    /** The probe's own collection, existing and filled. */
    MongoCollection<Document> with(String... documents) {
        MongoCollection<Document> collection = collection();
        for (String document : documents) {
            collection.insertOne(Document.parse(document));
        }
        return collection;
    }

    ClientSession session() {
        return client.startSession();
    }

    Document command(String command) {
        return database.runCommand(Document.parse(command));
    }

    static Document doc(String json) {
        return Document.parse(json);
    }

    static List<Document> docs(String... json) {
        return List.of(json).stream().map(Document::parse).toList();
    }

    static <T> List<T> all(Iterable<T> source) {
        List<T> found = new ArrayList<>();
        source.forEach(found::add);
        return found;
    }

    static List<Object> ids(Iterable<Document> source) {
        return all(source).stream().map(found -> found.get("_id")).toList();
    }
}
