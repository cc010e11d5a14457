package org.bindery.store.embedded.internal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.internal.wire.WireServer;
import org.bindery.store.embedded.internal.wire.WireSettings;

/** The backend behind its listener, and a client, for tests of the engine through the driver. */
public final class EmbeddedServer implements AutoCloseable {

    private final SqliteBackend backend;
    private final WireServer server;
    private final MongoClient client;

    public EmbeddedServer(EmbeddedSettings settings) {
        try {
            backend = SqliteBackend.open(settings);
            server = WireServer.bind(backend, WireSettings.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = MongoClients.create(url());
    }

    public static EmbeddedServer in(Path folder) {
        return new EmbeddedServer(EmbeddedSettings.inFolder(folder));
    }

    public String url() {
        return server.connectionString() + "&serverSelectionTimeoutMS=5000";
    }

    public MongoClient client() {
        return client;
    }

    public SqliteBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        backend.close();
    }
}
