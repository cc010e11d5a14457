package org.bindery.store.embedded.internal.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreToolTest {

    @TempDir
    Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void backsUpChecksAndRestoresAStoreThatIsNotRunning() throws Exception {
        write("first");
        assertThat(tool("backup", backup().toString())).isEqualTo(StoreTool.DONE);
        assertThat(out()).contains("Backed up", backup().toString());
        write("second");
        assertThat(tool("restore", backup().toString())).isEqualTo(StoreTool.DONE);
        assertThat(out()).contains("What was there before is in");
        assertThat(read()).containsExactly("first");
        assertThat(tool("check")).isEqualTo(StoreTool.DONE);
        assertThat(out()).contains("1 documents").contains("sound");
        assertThat(tool("check", backup().toString())).isEqualTo(StoreTool.DONE);
    }

    @Test
    void backsUpAndChecksARunningStoreFromAnotherProcessAndRefusesToRestoreIt() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder()));
                MongoClient client = MongoClients.create(store.connectionString())) {
            client.getDatabase("d").getCollection("c").insertOne(new Document("_id", "running"));
            assertThat(inAnotherProcess("backup", backup().toString())).contains("Backed up");
            assertThat(inAnotherProcess("check")).contains("sound");
            client.getDatabase("d").getCollection("c").insertOne(new Document("_id", "later"));
            assertThat(inAnotherProcess("restore", backup().toString())).contains("in use by process");
        }
        assertThat(read()).containsExactly("later", "running");
        assertThat(tool("restore", backup().toString())).isEqualTo(StoreTool.DONE);
        assertThat(read()).containsExactly("running");
    }

    @Test
    void makesBackupsThatOnlyTheirOwnerCanRead() throws Exception {
        write("first");
        tool("backup", backup().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThat(tool()).isEqualTo(StoreTool.WRONG);
        assertThat(err()).contains("usage:");
        assertThat(tool("backup")).isEqualTo(StoreTool.WRONG);
        assertThat(tool("backup", backup().toString())).isEqualTo(StoreTool.WRONG);
        assertThat(err()).contains("There is no store at");
        assertThat(tool("restore", backup().toString())).isEqualTo(StoreTool.WRONG);
        Files.writeString(backup(), "no store ".repeat(1000));
        assertThat(tool("check", backup().toString())).isEqualTo(StoreTool.DAMAGED);
        assertThat(tool("restore", backup().toString())).isEqualTo(StoreTool.DAMAGED);
        assertThat(Files.exists(folder().resolve("bindery.db"))).isFalse();
    }

    @Test
    void removesItsLibraryFolderWhenItEnds() throws IOException {
        Path path;
        try (NativeFolder library = NativeFolder.beside(folder())) {
            path = library.path();
            Files.writeString(path.resolve("library"), "x");
        }
        assertThat(path).doesNotExist();
    }

    private void write(String id) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder()));
                MongoClient client = MongoClients.create(store.connectionString())) {
            client.getDatabase("d").getCollection("c").insertOne(new Document("_id", id));
        }
    }

    private List<String> read() throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(folder()));
                MongoClient client = MongoClients.create(store.connectionString())) {
            return client
                    .getDatabase("d")
                    .getCollection("c")
                    .distinct("_id", String.class)
                    .into(new ArrayList<>())
                    .stream()
                    .sorted()
                    .toList();
        }
    }

    private int tool(String... words) {
        out.reset();
        err.reset();
        return new StoreTool(folder(), print(out), print(err)).run(List.of(words));
    }

    private String inAnotherProcess(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoreTool.class.getName(),
                folder().toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private Path folder() {
        return temp.resolve("data").resolve("store");
    }

    private Path backup() {
        return temp.resolve("backup.db");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
