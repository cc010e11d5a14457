package org.bindery.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindery.store.embedded.StoreUnusableException.Reason;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests {@link EmbeddedStore}, {@link EmbeddedSettings}, {@link StoreBackup}, {@link StoreRestore},
 * {@link StoreCheck}, {@link CheckReport} and {@link StoreUnusableException}, and below them {@code DataFolder},
 * {@code QuickCheck}, {@code FullCheck} and {@code CatalogueTables}.
 */
class BackupAndRestoreTest {

    @TempDir
    Path temp;

    private EmbeddedSettings settings() {
        return EmbeddedSettings.inFolder(temp.resolve("data"));
    }

    private static MongoCollection<Document> records(MongoClient client) {
        return client.getDatabase("test").getCollection("records");
    }

    private void save(int count) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(settings());
                MongoClient client = MongoClients.create(store.connectionString())) {
            records(client).createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
            for (int i = 0; i < count; i++) {
                records(client).insertOne(new Document("n", i).append("text", "x".repeat(200)));
            }
        }
    }

    private long count() throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(settings());
                MongoClient client = MongoClients.create(store.connectionString())) {
            return records(client).countDocuments();
        }
    }

    @Test
    void aBackupOfARunningStoreIsConsistentAndCanBeRestored() throws Exception {
        save(10);
        Path backup = temp.resolve("backup.db");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean stop = new AtomicBoolean();
        try (EmbeddedStore store = EmbeddedStore.start(settings());
                MongoClient client = MongoClients.create(store.connectionString())) {
            Future<Integer> writer = thread.submit(() -> {
                int next = 10;
                while (!stop.get()) {
                    records(client).insertOne(new Document("n", next++));
                }
                return next;
            });
            store.backup(backup);
            stop.set(true);
            assertThat(writer.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(10);
            assertThat(store.check().isSound()).isTrue();
        }
        thread.shutdown();
        CheckReport report = StoreCheck.checkFile(backup, settings());
        assertThat(report.problems()).isEmpty();
        assertThat(report.documents()).isGreaterThanOrEqualTo(10);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        Optional<Path> aside = StoreRestore.restore(settings(), backup);
        assertThat(aside).isPresent().get().satisfies(old -> assertThat(old).exists());
        assertThat(count()).isEqualTo(report.documents());
    }

    @Test
    void aStoppedStoreCanBeBackedUpAndChecked() throws Exception {
        save(5);
        Path backup = temp.resolve("backup.db");
        StoreBackup.write(settings(), backup);
        assertThat(StoreCheck.check(settings()).documents()).isEqualTo(5);
        assertThatThrownBy(() -> StoreBackup.write(settings(), backup)).hasMessageContaining("exists already");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        save(500);
        Path backup = temp.resolve("backup.db");
        StoreBackup.write(settings(), backup);
        overwrite(backup, Files.size(backup) / 2, 20_000);
        assertThatThrownBy(() -> StoreRestore.restore(settings(), backup))
                .isInstanceOf(StoreUnusableException.class)
                .satisfies(
                        e -> assertThat(((StoreUnusableException) e).reason()).isEqualTo(Reason.DAMAGED));
        assertThat(count()).isEqualTo(500);
    }

    @Test
    void aTruncatedFileIsRefusedAndLeftAsItIs() throws Exception {
        save(500);
        Path file = temp.resolve("data/bindery.db");
        long half = Files.size(file) / 2;
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(half);
        }
        refused(Reason.DAMAGED, "restore");
        assertThat(Files.size(file)).isEqualTo(half);
    }

    @Test
    void anEmptyFileIsRefusedAndNotMadeAnew() throws Exception {
        save(1);
        Path file = temp.resolve("data/bindery.db");
        Files.write(file, new byte[0]);
        refused(Reason.DAMAGED, "restore");
        assertThat(file).isEmptyFile();
    }

    @Test
    void aFileWithABrokenHeaderIsRefused() throws Exception {
        save(1);
        overwrite(temp.resolve("data/bindery.db"), 0, 50);
        refused(Reason.DAMAGED, "restore");
    }

    @Test
    void aFileOfANewerFormatIsRefused() throws Exception {
        save(1);
        try (RandomAccessFile access =
                new RandomAccessFile(temp.resolve("data/bindery.db").toFile(), "rw")) {
            access.seek(60);
            access.writeInt(99);
        }
        refused(Reason.WRONG_FORMAT, "format 99");
    }

    @Test
    void theFullCheckFindsADocumentThatIsMissingInAnIndex() throws Exception {
        save(20);
        try (var connection = new org.sqlite.JDBC()
                        .connect("jdbc:sqlite:" + temp.resolve("data/bindery.db"), new Properties());
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM i1 WHERE r=3");
        }
        CheckReport report = StoreCheck.check(settings());
        assertThat(report.isSound()).isFalse();
        assertThat(report.problems()).anyMatch(problem -> problem.contains("missing in index n_1"));
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatHasIt() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(settings())) {
            assertThat(store.connectionString()).startsWith("mongodb://");
            refused(Reason.IN_USE, Long.toString(ProcessHandle.current().pid()));
        }
        assertThat(count()).isZero();
    }

    @Test
    void theFolderIsForItsOwnerOnly() throws Exception {
        save(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("data"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("data/bindery.db"))))
                .isEqualTo("rw-------");
    }

    private void refused(Reason reason, String word) {
        assertThatThrownBy(() -> EmbeddedStore.start(settings()).close())
                .isInstanceOf(StoreUnusableException.class)
                .hasMessageContaining(word)
                .satisfies(
                        e -> assertThat(((StoreUnusableException) e).reason()).isEqualTo(reason));
    }

    private static void overwrite(Path file, long from, int length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(from);
            byte[] noise = new byte[length];
            Arrays.fill(noise, (byte) 0x5A);
            access.write(noise);
        }
    }
}
