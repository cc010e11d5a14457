package org.bindery.store.embedded.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another user of the machine can neither read the files nor use the port. */
class SecondUserTest {

    private static final String NOBODY = "65534";

    @TempDir
    private Path scratch;

    @Test
    void the_folder_is_for_its_owner_only() throws IOException {
        Path folder = scratch.resolve("store");
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(store.connectionString()).contains("127.0.0.1");
        }
    }

    @Test
    void another_user_cannot_read_the_files() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root to become another user");
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path folder = scratch.resolve("store");
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder));
                MongoClient client = Saves.connect(store.connectionString())) {
            client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1));
            assertThat(files(folder))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThatThrownBy(() -> asNobody("cat", file)).hasMessageContaining("Permission denied"));
            assertThatThrownBy(() -> asNobody("ls", folder)).hasMessageContaining("Permission denied");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static String asNobody(String program, Path file) throws IOException {
        return SmallDisk.run("setpriv", "--reuid=" + NOBODY, "--clear-groups", program, file.toString());
    }

    @Test
    void who_does_not_know_the_secret_gets_no_answer() throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(scratch))) {
            String host =
                    new ConnectionString(store.connectionString()).getHosts().get(0);
            for (String stranger : List.of("mongodb://" + host, "mongodb://bindery:guess@" + host)) {
                try (MongoClient client = Saves.connect(stranger + "/?directConnection=true")) {
                    assertThatThrownBy(() -> client.getDatabase("d")
                                    .getCollection("c")
                                    .find()
                                    .first())
                            .isInstanceOf(MongoException.class);
                }
            }
        }
    }
}
