package org.bindery.store.internal;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import java.util.function.Consumer;

/** The one client of the process, its database, and how transactions run on it. */
final class StoreClient implements AutoCloseable {

    private static final TransactionOptions TRANSACTION = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .readPreference(ReadPreference.primary())
            .build();

    private final MongoClient client;
    private final Collections collections;

    StoreClient(MongoClient client, String database) {
        this.client = client;
        this.collections = new Collections(client.getDatabase(database)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary()));
    }

    Collections collections() {
        return collections;
    }

    /**
     * Runs work in a transaction; the driver runs it again after a passing conflict, within the client's time limit.
     *
     * @throws org.bindery.hub.store.StoreUnavailableException if the store cannot do it now
     */
    void transaction(Consumer<ClientSession> work) {
        ClientSessionOptions options = ClientSessionOptions.builder()
                .defaultTransactionOptions(TRANSACTION)
                .causallyConsistent(false)
                .build();
        try (ClientSession session = client.startSession(options)) {
            session.withTransaction(() -> {
                work.accept(session);
                return null;
            });
        } catch (MongoException failure) {
            throw StoreErrors.unavailable(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
