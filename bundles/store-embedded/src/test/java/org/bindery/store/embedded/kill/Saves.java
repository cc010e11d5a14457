package org.bindery.store.embedded.kill;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;

/** The three kinds of save the kill test keeps going, each noted in the ledger once it is acknowledged. */
final class Saves implements AutoCloseable {

    /** Objects in one transactional save. */
    static final int BATCH = 5;

    /** Documents the versioned updates go round. */
    static final int HOT = 20;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Ledger ledger;
    private final MongoClient client;

    Saves(String uri, Ledger ledger) {
        this.ledger = ledger;
        this.client = connect(uri);
    }

    static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY)
                .timeout(30, TimeUnit.SECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(20, TimeUnit.SECONDS))
                .build());
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("kill").getCollection(name);
    }

    /** Collections, indexes and the documents that are updated. */
    void prepare() {
        for (String name : new String[] {"records", "singles", "hot", "totals"}) {
            client.getDatabase("kill").createCollection(name);
        }
        collection("records")
                .createIndex(
                        Document.parse("{key: 1}"),
                        new IndexOptions().unique(true).name("key"));
        collection("records").createIndex(Document.parse("{batch: 1, at: 1}"), new IndexOptions().name("batch"));
        collection("records").createIndex(Document.parse("{tags: 1}"), new IndexOptions().name("tags"));
        collection("singles")
                .createIndex(
                        Document.parse("{key: 1}"),
                        new IndexOptions().unique(true).name("key"));
        collection("hot").createIndex(Document.parse("{version: 1}"), new IndexOptions().name("version"));
        IntStream.range(0, HOT)
                .forEach(id -> collection("hot")
                        .insertOne(new Document("_id", id).append("version", 0).append("copy", 0)));
        collection("totals").insertOne(new Document("_id", "batches").append("n", 0));
    }

    /** One transaction: several objects, and a total in another collection. */
    void batch(Random random) {
        int number = NUMBERS.incrementAndGet();
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> {
                for (int at = 0; at < BATCH; at++) {
                    collection("records").insertOne(session, record(number, at, random));
                }
                return collection("totals").updateOne(session, eq("_id", "batches"), Updates.inc("n", 1));
            });
        }
        ledger.batch(number);
    }

    private static Document record(int number, int at, Random random) {
        return new Document("_id", number + "-" + at)
                .append("key", "k" + number + "-" + at)
                .append("batch", number)
                .append("at", at)
                .append(
                        "tags",
                        IntStream.range(0, 1 + random.nextInt(4)).boxed().toList())
                .append("text", "x".repeat(random.nextInt(1500)));
    }

    void single(Random random) {
        String id = "s" + NUMBERS.incrementAndGet();
        collection("singles")
                .insertOne(new Document("_id", id).append("key", id).append("text", "y".repeat(random.nextInt(1500))));
        ledger.single(id);
    }

    /** An optimistic update: only from the version that was read. */
    void version(Random random) {
        int id = random.nextInt(HOT);
        Document current = collection("hot").find(eq("_id", id)).first();
        int version = current.getInteger("version");
        Document changed = collection("hot")
                .findOneAndUpdate(
                        and(eq("_id", id), eq("version", version)),
                        Updates.combine(
                                Updates.set("version", version + 1),
                                Updates.set("text", "z".repeat(random.nextInt(3000))),
                                Updates.set("copy", version + 1)));
        if (changed != null) {
            ledger.version(id, version + 1);
        }
    }

    /** Ends what still waits for a store that is gone. */
    void giveUp() {
        client.close();
    }

    @Override
    public void close() {
        giveUp();
    }
}
