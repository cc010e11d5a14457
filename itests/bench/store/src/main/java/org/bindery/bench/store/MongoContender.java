package org.bindery.bench.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/** A server spoken to through the driver. */
final class MongoContender implements Contender {

    private final MongoClient client;
    private final Runnable stop;
    private final MongoCollection<Document> records;

    MongoContender(String uri, Runnable stop) {
        this.stop = stop;
        this.client = MongoClients.create(uri);
        this.records = client.getDatabase("bench").getCollection("records");
        client.getDatabase("bench").createCollection("records");
        records.createIndex(Document.parse("{owner: 1}"));
        records.createIndex(Document.parse("{type: 1, date: 1}"));
    }

    @Override
    public void insert(Document made) {
        records.insertOne(made);
    }

    @Override
    public void insertBatch(List<Document> made) {
        records.insertMany(made);
    }

    @Override
    public boolean read(int id) {
        return records.find(eq("_id", id)).first() != null;
    }

    @Override
    public int byOwner(String owner) {
        return count(records.find(eq("owner", owner)).batchSize(100));
    }

    @Override
    public int byTypeAndDate(int number) {
        return count(records.find(and(eq("type", "type" + number % Records.TYPES), gte("date", Records.date(number))))
                .sort(Sorts.ascending("date"))
                .limit(20));
    }

    private static int count(Iterable<Document> found) {
        int all = 0;
        for (Document one : found) {
            all += one.isEmpty() ? 0 : 1;
        }
        return all;
    }

    @Override
    public boolean update(int id, int version) {
        return records.findOneAndUpdate(
                        and(eq("_id", id), eq("version", version)),
                        Updates.combine(Updates.inc("version", 1), Updates.set("title.en", "changed" + version)))
                != null;
    }

    @Override
    public void transaction(int number) {
        List<Document> objects = List.of(Records.record(2 * number), Records.record(2 * number + 1));
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> records.insertMany(session, objects));
        }
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
