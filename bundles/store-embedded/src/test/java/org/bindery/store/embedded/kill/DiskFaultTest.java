package org.bindery.store.embedded.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.bindery.store.embedded.CheckReport;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.bindery.store.embedded.StoreCheck;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, cannot be written, or lies; and a folder somebody else uses. */
class DiskFaultTest {

    private static final String NO_MOUNT = "needs a user who may mount a small disk";

    @TempDir
    private Path scratch;

    private static MongoCollection<Document> records(MongoClient client) {
        return client.getDatabase("d").getCollection("records");
    }

    private static EmbeddedStore start(Path folder) throws IOException {
        return EmbeddedStore.start(EmbeddedSettings.inFolder(folder));
    }

    @Test
    void a_full_disk_is_a_clear_error_loses_nothing_and_heals_when_space_is_back() throws Exception {
        assumeTrue(SmallDisk.possible(scratch), NO_MOUNT);
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectories(scratch.resolve("disk")), 12)) {
            Path filler = Files.write(disk.folder().resolve("filler"), new byte[6 * 1024 * 1024]);
            try (EmbeddedStore store = start(disk.folder().resolve("store"));
                    MongoClient client = Saves.connect(store.connectionString())) {
                int stored = 0;
                MongoException full = null;
                while (full == null && stored < 1000) {
                    full = insert(client, stored);
                    stored += full == null ? 1 : 0;
                }
                assertThat(full).as("the disk is full at some time").isNotNull();
                assertThat(full.getCode()).isPositive();
                assertThat(full.getMessage().toLowerCase(Locale.ROOT))
                        .containsAnyOf("disk is full", "disk full", "space");
                assertThat(records(client).countDocuments()).as("reads go on").isEqualTo(stored);

                Files.delete(filler);
                assertThat(insert(client, stored))
                        .as("a write after space is back")
                        .isNull();
                assertThat(records(client).countDocuments()).isEqualTo(stored + 1);
            }
            try (EmbeddedStore store = start(disk.folder().resolve("store"));
                    MongoClient client = Saves.connect(store.connectionString())) {
                assertThat(insert(client, 5000)).as("a write after a new start").isNull();
            }
        }
    }

    private static MongoException insert(MongoClient client, int id) {
        byte[] noise = new byte[100_000];
        new Random(id).nextBytes(noise);
        try {
            records(client).insertOne(new Document("_id", id).append("noise", noise));
            return null;
        } catch (MongoException refused) {
            return refused;
        }
    }

    @Test
    void a_disk_that_cannot_be_written_is_refused_with_its_folder_named() throws Exception {
        assumeTrue(SmallDisk.possible(scratch), NO_MOUNT);
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectories(scratch.resolve("locked")), 12)) {
            Path folder = disk.folder().resolve("store");
            fill(folder);
            disk.readOnly();
            assertThat(catchThrowable(() -> start(folder)))
                    .as("refused")
                    .isNotNull()
                    .hasMessageContaining(folder.getFileName().toString());
            disk.writable();
            assertHolds(folder, 200);
        }
    }

    private static void fill(Path folder) throws IOException {
        try (EmbeddedStore store = start(folder);
                MongoClient client = Saves.connect(store.connectionString())) {
            records(client).createIndex(Document.parse("{key: 1}"));
            for (int id = 0; id < 200; id++) {
                records(client)
                        .insertOne(
                                new Document("_id", id).append("key", "k" + id).append("text", "x".repeat(900)));
            }
        }
    }

    private static void assertHolds(Path folder, int documents) throws IOException {
        try (EmbeddedStore store = start(folder);
                MongoClient client = Saves.connect(store.connectionString())) {
            assertThat(records(client).countDocuments()).isEqualTo(documents);
        }
    }

    private static Path dataFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.max((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    void a_file_cut_in_half_is_refused_with_the_way_out_and_left_as_it_is() throws Exception {
        fill(scratch);
        Path file = dataFile(scratch);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertRefused(file);
    }

    @Test
    void a_file_whose_head_is_garbage_is_refused_with_the_way_out_and_left_as_it_is() throws Exception {
        fill(scratch);
        Path file = dataFile(scratch);
        overwrite(file, 0, 100);
        assertRefused(file);
    }

    @Test
    void a_file_with_garbage_inside_is_found_by_the_full_check() throws Exception {
        fill(scratch);
        Path file = dataFile(scratch);
        overwrite(file, Files.size(file) / 2, 8192);
        CheckReport report = StoreCheck.check(EmbeddedSettings.inFolder(scratch));
        assertThat(report.problems()).isNotEmpty();
    }

    private static void overwrite(Path file, long from, int bytes) throws IOException {
        byte[] garbage = new byte[bytes];
        new Random(7).nextBytes(garbage);
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(from);
            damaged.write(garbage);
        }
    }

    private void assertRefused(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Throwable refused = catchThrowable(() -> start(scratch));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.getMessage())
                .containsIgnoringCase("restore")
                .contains(file.getFileName().toString());
        assertThat(Arrays.equals(before, Files.readAllBytes(file)))
                .as("left as it is")
                .isTrue();
    }

    @Test
    void a_folder_in_use_by_another_process_is_refused_until_that_is_gone() throws Exception {
        try (StoreProcess other = StoreProcess.start(scratch)) {
            assertThat(catchThrowable(() -> start(scratch)))
                    .isNotNull()
                    .hasMessageContaining("in use")
                    .hasMessageContaining(scratch.getFileName().toString());
            try (MongoClient client = Saves.connect(other.uri())) {
                records(client).insertOne(new Document("_id", 1));
            }
            other.kill();
        }
        assertHolds(scratch, 1);
    }

    @Test
    void a_folder_is_not_opened_twice_by_one_process() throws Exception {
        try (EmbeddedStore store = start(scratch);
                MongoClient client = Saves.connect(store.connectionString())) {
            assertThat(catchThrowable(() -> start(scratch))).isNotNull().hasMessageContaining("in use");
            records(client).insertOne(new Document("_id", 1));
        }
        assertHolds(scratch, 1);
    }
}
