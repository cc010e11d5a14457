package org.bindery.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.bindery.store.embedded.internal.SqliteBackend;
import org.bindery.store.embedded.internal.file.FullCheck;
import org.bindery.store.embedded.internal.sql.Sql;
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
     * @throws StoreUnusableException if the folder is in use, or its file is damaged or not ours
     * @throws IOException if no port can be had
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

    /**
     * Copies the running store into one consistent file, while clients go on.
     *
     * @param target the file to make; it must not be there yet
     * @throws StoreUnusableException if the target exists or its disk is full
     */
    public void backup(Path target) throws IOException {
        StoreBackup.write(backend.store().file(), target);
    }

    /** Reads everything and compares documents with indexes, while clients go on. */
    public CheckReport check() {
        try (Sql sql = backend.store().file().openReader()) {
            return FullCheck.run(sql, backend.store().group().writer().limits());
        }
    }

    @Override
    public void close() {
        server.close();
        backend.close();
    }
}
