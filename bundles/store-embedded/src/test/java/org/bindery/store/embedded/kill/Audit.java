package org.bindery.store.embedded.kill;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindery.store.embedded.CheckReport;
import org.bson.Document;

/**
 * What a store holds after a kill, compared with what it had acknowledged.
 *
 * @param lost acknowledged saves that are not there
 * @param half transactions of which only a part is there
 * @param mismatched documents that an index and its collection do not agree on
 */
record Audit(int lost, int half, int mismatched) {

    private static final Map<String, List<String>> INDEXES =
            Map.of("records", List.of("key", "batch", "tags"), "singles", List.of("key"), "hot", List.of("version"));

    private static final Document NEWEST = new Document("$natural", -1);
    private static final int SAMPLE = 1000;

    static Audit of(MongoClient client, Ledger ledger) {
        MongoDatabase database = client.getDatabase("kill");
        Map<Integer, Integer> found = objectsPerBatch(database);
        return new Audit(
                lostBatches(found, ledger) + lostSingles(database, ledger) + lostVersions(database, ledger),
                half(database, found),
                mismatched(database));
    }

    /** The same audit with what a full check of the file has found. */
    Audit with(CheckReport report) {
        return new Audit(lost, half, mismatched + report.problems().size());
    }

    boolean clean() {
        return lost == 0 && half == 0 && mismatched == 0;
    }

    private static Map<Integer, Integer> objectsPerBatch(MongoDatabase database) {
        Map<Integer, Integer> found = new HashMap<>();
        database.getCollection("records").find().forEach(one -> found.merge(one.getInteger("batch"), 1, Integer::sum));
        return found;
    }

    private static int lostBatches(Map<Integer, Integer> found, Ledger ledger) {
        return (int) ledger.batches().stream()
                .filter(batch -> found.getOrDefault(batch, 0) < Saves.BATCH)
                .count();
    }

    private static int lostSingles(MongoDatabase database, Ledger ledger) {
        Set<String> found = new HashSet<>();
        database.getCollection("singles").find().forEach(one -> found.add(one.getString("_id")));
        return (int) ledger.singles().stream().filter(id -> !found.contains(id)).count();
    }

    private static int lostVersions(MongoDatabase database, Ledger ledger) {
        Map<Integer, Integer> found = new HashMap<>();
        database.getCollection("hot")
                .find()
                .forEach(one -> found.put(one.getInteger("_id"), one.getInteger("version")));
        return (int) ledger.versions().entrySet().stream()
                .filter(known -> found.getOrDefault(known.getKey(), -1) < known.getValue())
                .count();
    }

    /** Batches with some objects missing, a total that does not agree with them, updates of which one field is old. */
    private static int half(MongoDatabase database, Map<Integer, Integer> found) {
        int parts = (int) found.values().stream()
                .filter(objects -> objects != Saves.BATCH)
                .count();
        int total = database.getCollection("totals").find().first().getInteger("n");
        int torn = 0;
        for (Document one : database.getCollection("hot").find()) {
            torn += one.getInteger("version").equals(one.getInteger("copy")) ? 0 : 1;
        }
        return parts + Math.abs(total - found.size()) + torn;
    }

    /** Every document must be reached by every index under its own key, and no index may know more. */
    private static int mismatched(MongoDatabase database) {
        int wrong = 0;
        for (String name : INDEXES.keySet()) {
            MongoCollection<Document> collection = database.getCollection(name);
            Set<Object> stored = ids(collection, "_id_");
            for (String index : INDEXES.get(name)) {
                Set<Object> reached = ids(collection, index);
                wrong += stored.equals(reached) ? 0 : Math.max(1, Math.abs(stored.size() - reached.size()));
            }
            wrong += unreachable(collection);
        }
        return wrong;
    }

    private static Set<Object> ids(MongoCollection<Document> collection, String index) {
        Set<Object> found = new HashSet<>();
        collection.find().hintString(index).forEach(one -> found.add(one.get("_id")));
        return found;
    }

    /** The newest documents, asked one by one; the full check of the file looks at the rest. */
    private static int unreachable(MongoCollection<Document> collection) {
        int missing = 0;
        for (Document one : collection.find().sort(NEWEST).limit(SAMPLE)) {
            Object key = one.get("key");
            boolean byId = collection.find(eq("_id", one.get("_id"))).first() != null;
            boolean byKey = key == null || collection.find(eq("key", key)).first() != null;
            missing += byId && byKey ? 0 : 1;
        }
        return missing;
    }
}
