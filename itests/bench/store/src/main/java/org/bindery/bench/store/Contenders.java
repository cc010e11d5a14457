package org.bindery.bench.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Path;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.bindery.store.embedded.StoreLimits;

/** Opens the servers under measurement. */
final class Contenders {

    private Contenders() {}

    static Contender memory() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return new MongoContender(server.bindAndGetConnectionString(), server::shutdownNow);
    }

    static Contender embedded(Path folder) throws IOException {
        return embedded(EmbeddedSettings.inFolder(folder));
    }

    /** Every write and every transaction pays its own commit and fsync. */
    static Contender oneCommitEach(Path folder) throws IOException {
        return embedded(
                EmbeddedSettings.inFolder(folder).with(StoreLimits.defaults().withCommitBatch(1)));
    }

    private static Contender embedded(EmbeddedSettings settings) throws IOException {
        EmbeddedStore store = EmbeddedStore.start(settings);
        return new MongoContender(store.connectionString(), store::close);
    }
}
