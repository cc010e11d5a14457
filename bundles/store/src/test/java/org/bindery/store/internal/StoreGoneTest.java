package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mongodb.ConnectionString;
import java.time.Duration;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.StoredRecord;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that is gone is reported within its limit of 2 s, with room here for a busy machine; then it heals. */
class StoreGoneTest {

    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final TestFolder folder = new TestFolder();
    private EmbeddedStore server;
    private TestProxy proxy;
    private OpenedStore opened;
    private RecordStore records;

    @BeforeEach
    void open() throws Exception {
        server = EmbeddedStore.start(EmbeddedSettings.inFolder(folder.path()));
        String direct = server.connectionString();
        int port = port(direct);
        proxy = new TestProxy(port);
        opened = OpenedStore.open(
                direct.replace(":" + port, ":" + proxy.port()), folder.path(), TestSettings.defaults());
        records = new MongoRecordStore(opened.store());
        insert(1);
    }

    @AfterEach
    void close() throws Exception {
        proxy.close();
        opened.close();
        server.close();
        folder.delete();
    }

    @Test
    void reportsAStoreThatWentSilentAndWorksOnWhenItSpeaksAgain() {
        proxy.goSilent();
        assertTimeoutPreemptively(
                LIMIT, () -> assertThatThrownBy(() -> insert(2)).isInstanceOf(StoreUnavailableException.class));
        assertTimeoutPreemptively(
                LIMIT,
                () -> assertThatThrownBy(() -> records.find("object", 1))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("did not answer in time"));
        proxy.speakAgain();
        assertTimeoutPreemptively(LIMIT, () -> insertSooner(3));
        assertThat(records.find("object", 3)).isPresent();
    }

    @Test
    void reportsAStoreThatGoesSilentInTheMiddleOfASave() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> assertThatThrownBy(() -> records.write(writer -> {
                            writer.insert(record(2));
                            proxy.goSilent();
                        }))
                        .isInstanceOf(StoreUnavailableException.class));
        proxy.speakAgain();
        assertTimeoutPreemptively(LIMIT, () -> insertSooner(3));
        assertThat(records.find("object", 2)).isEmpty();
    }

    @Test
    void tellsApartACommitWhoseAnswerIsMissingFromASaveThatWroteNothing() {
        assertTimeoutPreemptively(LIMIT, () -> {
            StoreUnavailableException inCommit = catchThrowableOfType(
                    StoreUnavailableException.class,
                    () -> opened.store().transaction(session -> {
                        opened.store().collections().records().insertOne(session, record(2));
                        proxy.goSilent();
                    }));
            assertThat(inCommit.isOutcomeUnknown()).isTrue();
        });
        assertTimeoutPreemptively(LIMIT, () -> {
            StoreUnavailableException before = catchThrowableOfType(StoreUnavailableException.class, () -> insert(3));
            assertThat(before.isOutcomeUnknown()).isFalse();
        });
    }

    @Test
    void reportsAStoreThatRefusesConnectionsAndIsNotReady() throws Exception {
        proxy.close();
        assertTimeoutPreemptively(
                LIMIT, () -> assertThatThrownBy(() -> insert(2)).isInstanceOf(StoreUnavailableException.class));
        assertThat(opened.problem()).isPresent();
        assertThat(opened.view().problem()).isNotEmpty();
    }

    /** The driver looks after its server every two seconds; until then it may still say that it is away. */
    private void insertSooner(long id) {
        while (true) {
            try {
                insert(id);
                return;
            } catch (StoreUnavailableException e) {
                assertThat(e).hasMessageContaining("store");
            }
        }
    }

    private void insert(long id) {
        records.write(writer -> writer.insert(record(id)));
    }

    private static StoredRecord record(long id) {
        return new StoredRecord(id, "object", id, 1, "uuid-" + id, JsonNodeFactory.instance.objectNode());
    }

    private static int port(String connectionString) {
        String host = new ConnectionString(connectionString).getHosts().get(0);
        return Integer.parseInt(host.substring(host.indexOf(':') + 1));
    }
}
