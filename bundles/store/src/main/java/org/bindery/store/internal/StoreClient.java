package org.bindery.store.internal;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The one client of the process and its database. Both kinds of store are asked the same way: what is written is on
 * most nodes of a replica set, what is read cannot be rolled back, and reads see the writes before them.
 */
final class StoreClient implements AutoCloseable {

    private final MongoClient client;
    private final Duration transactionLimit;
    private final Transactions transactions;
    private final Collections collections;

    StoreClient(MongoClient client, String database, Duration transactionLimit) {
        this.client = client;
        this.transactionLimit = transactionLimit;
        this.transactions = new Transactions(client, transactionLimit, System::nanoTime);
        this.collections = new Collections(client.getDatabase(database)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary()));
    }

    /** The same client on another database. */
    StoreClient in(String database) {
        return new StoreClient(client, database, transactionLimit);
    }

    Collections collections() {
        return collections;
    }

    /**
     * Runs work in a transaction, again after a passing conflict.
     *
     * @throws org.bindery.hub.store.StoreUnavailableException if the store cannot do it now
     */
    void transaction(Consumer<ClientSession> work) {
        transactions.run(work);
    }

    @Override
    public void close() {
        client.close();
    }
}
