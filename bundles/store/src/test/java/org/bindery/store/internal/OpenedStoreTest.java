package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.StoreStatus.OperationView;
import org.bindery.store.embedded.internal.wire.WireServer;
import org.bindery.store.embedded.internal.wire.WireSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenedStoreTest {

    private final TestFolder folder = new TestFolder();

    @AfterEach
    void delete() throws IOException {
        folder.delete();
    }

    @Test
    void keepsWhatWasWrittenWhenTheEmbeddedStoreIsOpenedAgain() throws Exception {
        try (OpenedStore store = open("")) {
            new MongoDocumentStore(store.store())
                    .save(
                            DocumentKind.CONFIG,
                            "a",
                            JsonNodeFactory.instance.objectNode().put("n", 1),
                            0);
            assertThat(store.problem()).isEmpty();
        }
        try (OpenedStore store = open("")) {
            assertThat(new MongoDocumentStore(store.store()).find(DocumentKind.CONFIG, "a"))
                    .isPresent();
        }
    }

    @Test
    void showsItsKindItsConnectionsAndTheDurationOfEachCommand() throws Exception {
        try (OpenedStore store = open("")) {
            new MongoDocumentStore(store.store()).list(DocumentKind.CONFIG);
            assertThat(store.view().kind()).isEqualTo("embedded");
            assertThat(store.view().problem()).isEmpty();
            assertThat(store.view().openConnections()).isPositive();
            assertThat(store.view().busyConnections()).isZero();
            OperationView find = store.view().operations().stream()
                    .filter(operation -> operation.command().equals("find"))
                    .findFirst()
                    .orElseThrow();
            assertThat(find.calls()).isPositive();
            assertThat(find.errors()).isZero();
            assertThat(find.p50Micros()).isPositive().isLessThanOrEqualTo(find.p99Micros());
        }
    }

    @Test
    void refusesAStandaloneServerAndSaysHowToMakeItAReplicaSetOfOne() throws Exception {
        MemoryBackend standalone = new MemoryBackend();
        try (WireServer server = WireServer.bind(standalone, WireSettings.defaults())) {
            assertThatThrownBy(() -> open(server.connectionString()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("standalone server")
                    .hasMessageContaining("--replSet rs0")
                    .hasMessageContaining("rs.initiate()");
        } finally {
            standalone.close();
        }
    }

    @Test
    void saysThatAServerDoesNotAnswerAndNeverShowsItsPassword() throws Exception {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        assertThatThrownBy(() -> open("mongodb://user:hidden@127.0.0.1:" + unused + "/?replicaSet=rs0"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("BINDERY_MONGO_URI")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void refusesAUriThatIsNone() {
        assertThatThrownBy(() -> open("http://somewhere"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mongodb://");
    }

    private OpenedStore open(String uri) throws IOException {
        return OpenedStore.open(uri, folder.path(), TestSettings.with(Map.of("reach_millis", 1500)));
    }
}
