package org.bindery.store.embedded.conformance;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.bson.UuidRepresentation;

/** The store the suite talks to: the one behind {@code -Dbindery.mongo.uri}, or an embedded one of its own. */
final class StoreUnderTest implements AutoCloseable {

    /** How the server behind is put away. */
    @FunctionalInterface
    private interface Ending {
        void end() throws IOException;
    }

    private final MongoClient client;
    private final Ending ending;

    private StoreUnderTest(String uri, Ending ending) {
        this.ending = ending;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(30, TimeUnit.SECONDS))
                .build());
    }

    static StoreUnderTest open() throws IOException {
        String uri = System.getProperty("bindery.mongo.uri", "");
        return uri.isBlank() ? embedded() : new StoreUnderTest(uri, () -> {});
    }

    private static StoreUnderTest embedded() throws IOException {
        Files.createDirectories(Path.of("target"));
        Path folder = Files.createTempDirectory(Path.of("target"), "conformance");
        EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder));
        return new StoreUnderTest(store.connectionString(), () -> {
            store.close();
            delete(folder);
        });
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    MongoClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        client.close();
        ending.end();
    }
}
