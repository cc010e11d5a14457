package org.bindery.store.embedded.internal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.bindery.store.embedded.EmbeddedSettings;

/** The backend behind the query layer's own listener, and a client, for tests of the engine through the driver. */
public final class EmbeddedServer implements AutoCloseable {

    private static final int THREADS = 16;

    private final SqliteBackend backend;
    private final MongoServer server;
    private final MongoClient client;

    public EmbeddedServer(EmbeddedSettings settings) {
        backend = SqliteBackend.open(settings);
        server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
        client = MongoClients.create(url());
    }

    public static EmbeddedServer in(Path folder) {
        return new EmbeddedServer(EmbeddedSettings.inFolder(folder));
    }

    public String url() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort()
                + "/?directConnection=true&serverSelectionTimeoutMS=5000&timeoutMS=20000";
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
        server.shutdownNow();
    }
}
