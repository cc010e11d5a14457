package org.bindery.store.embedded;

import java.io.IOException;
import org.bindery.store.embedded.internal.SqliteBackend;
import org.bindery.store.embedded.internal.wire.WireServer;
import org.bindery.store.embedded.internal.wire.WireSettings;

/**
 * A running embedded store: a server for MongoDB drivers on a random port of 127.0.0.1, for this process only, with
 * its data in one folder. Closing it waits for the writes that are under way. Thread-safe.
 *
 * <pre>{@code
 * try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder))) {
 *     MongoClient client = MongoClients.create(store.connectionString());
 * }
 * }</pre>
 */
public final class EmbeddedStore implements AutoCloseable {

    private final SqliteBackend backend;
    private final WireServer server;

    private EmbeddedStore(SqliteBackend backend, WireServer server) {
        this.backend = backend;
        this.server = server;
    }

    /**
     * Opens the store in its folder, or makes a new one, and opens its port.
     *
     * @throws IOException if the folder cannot be used or no port can be had
     */
    public static EmbeddedStore start(EmbeddedSettings settings) throws IOException {
        SqliteBackend backend = SqliteBackend.open(settings);
        try {
            return new EmbeddedStore(backend, WireServer.bind(backend, WireSettings.defaults()));
        } catch (IOException | RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    /** What the driver connects with; it holds the secret of this start, so it must not be logged or stored. */
    public String connectionString() {
        return server.connectionString();
    }

    @Override
    public void close() {
        server.close();
        backend.close();
    }
}
