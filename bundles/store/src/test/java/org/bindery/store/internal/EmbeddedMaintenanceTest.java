package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.MaintenanceRefusedException;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.hub.store.StoreMaintenance.Backup;
import org.bindery.hub.store.StoreMaintenance.Check;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.StoreRestore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests {@link EmbeddedMaintenance} and {@link ServerMaintenance}. */
class EmbeddedMaintenanceTest {

    private final TestFolder folder = new TestFolder();
    private final Path backups = folder.path().resolveSibling("backup");

    @AfterEach
    void delete() throws IOException {
        folder.delete();
    }

    @Test
    void backsUpARunningStoreIntoAFileThatCanBeRestored() throws Exception {
        Backup backup;
        try (OpenedStore store = open()) {
            save(store, "before");
            backup = store.maintenance(backups).backup();
            save(store, "after");
        }
        assertThat(backup.file()).hasParent(backups).hasSize(backup.bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups)))
                .isEqualTo("rwx------");
        StoreRestore.restore(EmbeddedSettings.inFolder(folder.path()), backup.file());
        try (OpenedStore store = open()) {
            assertThat(new MongoDocumentStore(store.store()).list(DocumentKind.CONFIG))
                    .extracting(document -> document.key())
                    .containsExactly("before");
        }
    }

    @Test
    void checksARunningStore() throws Exception {
        try (OpenedStore store = open()) {
            save(store, "one");
            Check check = store.maintenance(backups).check();
            assertThat(check.documents()).isEqualTo(1);
            assertThat(check.problems()).isEmpty();
        }
    }

    @Test
    void saysWhyABackupCannotBeMade() throws Exception {
        Files.createDirectories(backups.getParent());
        Files.writeString(backups, "a file where the folder should be");
        try (OpenedStore store = open()) {
            StoreMaintenance maintenance = store.maintenance(backups);
            assertThatThrownBy(maintenance::backup)
                    .isInstanceOf(MaintenanceRefusedException.class)
                    .hasMessageContaining(backups.toString());
        }
    }

    @Test
    void leavesAServerOfOnesOwnToItsOwnTools() {
        StoreMaintenance maintenance = new ServerMaintenance();
        assertThatThrownBy(maintenance::backup).hasMessageContaining("mongodump");
        assertThatThrownBy(maintenance::check).hasMessageContaining("validate");
    }

    private OpenedStore open() throws IOException {
        return OpenedStore.open("", folder.path(), TestSettings.defaults());
    }

    private static void save(OpenedStore store, String key) {
        new MongoDocumentStore(store.store()).save(DocumentKind.CONFIG, key, JsonNodeFactory.instance.objectNode(), 0);
    }
}
