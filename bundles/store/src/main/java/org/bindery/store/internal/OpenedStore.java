package org.bindery.store.internal;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.hub.store.StoreStatus;
import org.bindery.store.embedded.Durability;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** A store that is open: the client, and the embedded server if there is one. */
final class OpenedStore implements StoreStatus, AutoCloseable {

    private static final String STANDALONE = "The MongoDB server of BINDERY_MONGO_URI is a standalone server, which has"
            + " no transactions; start it with --replSet rs0 and run rs.initiate() once, which makes it a replica set"
            + " of one node without changing its data.";

    private final EmbeddedStore embedded;
    private final MongoClient client;
    private final StoreClient store;
    private final StoreMetrics metrics;

    private OpenedStore(EmbeddedStore embedded, MongoClient client, StoreClient store, StoreMetrics metrics) {
        this.embedded = embedded;
        this.client = client;
        this.store = store;
        this.metrics = metrics;
    }

    /**
     * Opens the embedded store in a folder, or the server of a URI, and makes its collections and indexes.
     *
     * @throws IOException with one sentence that says what to do
     */
    static OpenedStore open(String uri, Path folder, StoreSettings settings) throws IOException {
        EmbeddedStore embedded = uri.isEmpty() ? EmbeddedStore.start(embeddedSettings(folder, settings)) : null;
        StoreMetrics metrics = new StoreMetrics();
        MongoClient client = null;
        try {
            ConnectionString address = new ConnectionString(embedded == null ? uri : embedded.connectionString());
            client = ClientFactory.create(address, settings, metrics);
            String database = address.getDatabase() == null ? settings.database() : address.getDatabase();
            StoreClient store = new StoreClient(client, database, Duration.ofMillis(settings.transaction_millis()));
            requireTransactions(client, database);
            new StoreIndexes(store.collections()).create();
            return new OpenedStore(embedded, client, store, metrics);
        } catch (IOException failure) {
            closeAll(client, embedded);
            throw failure;
        } catch (MongoException | IllegalArgumentException failure) {
            closeAll(client, embedded);
            throw new IOException(sentence(uri, failure), failure);
        }
    }

    private static EmbeddedSettings embeddedSettings(Path folder, StoreSettings settings) {
        Durability durability = Durability.valueOf(settings.durability().toUpperCase(Locale.ROOT));
        return EmbeddedSettings.inFolder(folder).with(durability);
    }

    private static void requireTransactions(MongoClient client, String database) throws IOException {
        client.getDatabase(database).runCommand(new BsonDocument("ping", new BsonInt32(1)));
        if (client.getClusterDescription().getType() == ClusterType.STANDALONE) {
            throw new IOException(STANDALONE);
        }
    }

    private static String sentence(String uri, RuntimeException failure) {
        return uri.isEmpty()
                ? "The embedded store does not work: " + failure.getMessage()
                : "The MongoDB server of BINDERY_MONGO_URI cannot be used: " + failure.getMessage();
    }

    /** Backups and checks, which go into this folder or are refused. */
    StoreMaintenance maintenance(Path backups) {
        return embedded == null
                ? new ServerMaintenance()
                : new EmbeddedMaintenance(embedded, backups, Clock.systemUTC());
    }

    StoreClient store() {
        return store;
    }

    /** Why the store cannot be used now; asks nobody. */
    Optional<String> problem() {
        return client.getClusterDescription().hasWritableServer()
                ? Optional.empty()
                : Optional.of("The store has no server that takes writes; see the log for what the driver says");
    }

    @Override
    public View view() {
        return new View(
                embedded == null ? "mongodb" : "embedded",
                problem().orElse(""),
                metrics.openConnections(),
                metrics.busyConnections(),
                metrics.operations());
    }

    @Override
    public void close() {
        closeAll(client, embedded);
    }

    private static void closeAll(MongoClient client, EmbeddedStore embedded) {
        if (client != null) {
            client.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
