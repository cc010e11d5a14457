package org.bindery.store.embedded;

import java.io.IOException;
import org.bindery.store.embedded.internal.SqliteBackend;
import org.bindery.store.embedded.internal.wire.WireServer;
import org.bindery.store.embedded.internal.wire.WireSettings;

/** A running embedded store: the file, and the port on 127.0.0.1 that the driver connects to. */
public final class EmbeddedStore implements AutoCloseable {

    private final SqliteBackend backend;
    private final WireServer server;

    private EmbeddedStore(SqliteBackend backend, WireServer server) {
        this.backend = backend;
        this.server = server;
    }

    /**
     * Opens the store's file, or makes it, and a port for the driver.
     *
     * @param settings where and how
     * @return the running store
     * @throws IOException if no port can be had
     */
    public static EmbeddedStore start(EmbeddedSettings settings) throws IOException {
        SqliteBackend backend = SqliteBackend.open(settings);
        try {
            return new EmbeddedStore(backend, WireServer.bind(backend, WireSettings.defaults()));
        } catch (IOException noPort) {
            backend.close();
            throw noPort;
        }
    }

    /**
     * What the driver connects with.
     *
     * @return a connection string that holds the secret of this boot: do not log or store it
     */
    public String connectionString() {
        return server.connectionString();
    }

    /** Ends running commands, then closes the port and the file. */
    @Override
    public void close() {
        server.close();
        backend.close();
    }
}
