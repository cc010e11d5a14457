package org.bindery.deploy.internal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

    @TempDir
    Path home;

    private Path folder;
    private FolderScan scan;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("deploy"));
        scan = new FolderScan(folder, 10, 3);
    }

    @Test
    void jars_are_worth_opening_whatever_the_case_of_their_ending() throws IOException {
        write("a.jar", 1);
        write("B.JAR", 1);

        assertThat(scan.look().values()).hasSize(2).noneMatch(Sighting::refused);
    }

    @Test
    void hidden_and_temporary_files_are_not_seen() throws IOException {
        write(".a.jar", 1);
        write("a.jar.tmp", 1);
        write("a.jar.part", 1);

        assertThat(scan.look()).isEmpty();
    }

    @Test
    void other_types_and_folders_are_seen_and_refused() throws IOException {
        write("notes.txt", 1);
        Files.createDirectory(folder.resolve("exploded.jar"));

        assertThat(scan.look().get("notes.txt").refusal()).contains("not of a type");
        assertThat(scan.look().get("exploded.jar").refusal()).contains("folder");
    }

    @Test
    void a_file_beyond_the_size_limit_is_refused_naming_the_setting() throws IOException {
        write("big.jar", 11);

        assertThat(scan.look().get("big.jar").refusal()).contains("bindery.deploy.max.file.bytes");
    }

    @Test
    void files_beyond_the_count_limit_are_refused_naming_the_setting() throws IOException {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            write(name + ".jar", 1);
        }

        assertThat(scan.look().get("c.jar").refused()).isFalse();
        assertThat(scan.look().get("d.jar").refusal()).contains("bindery.deploy.max.files");
    }

    @Test
    void links_may_not_leave_the_folder_or_lead_nowhere() throws IOException {
        write("real.jar", 1);
        Path outside = Files.write(home.resolve("outside.jar"), new byte[1]);
        Files.createSymbolicLink(folder.resolve("a.jar"), folder.resolve("real.jar"));
        Files.createSymbolicLink(folder.resolve("b.jar"), outside);
        Files.createSymbolicLink(folder.resolve("c.jar"), folder.resolve("missing.jar"));
        FolderScan roomy = new FolderScan(folder, 10, 10);

        assertThat(roomy.look().get("a.jar").refused()).isFalse();
        assertThat(roomy.look().get("b.jar").refusal()).contains("outside");
        assertThat(roomy.look().get("c.jar").refusal()).contains("does not exist");
    }

    @Test
    void a_folder_that_is_gone_is_an_error_and_not_an_empty_one() throws IOException {
        Files.delete(folder);

        assertThatThrownBy(scan::look).isInstanceOf(NoSuchFileException.class);
    }

    private void write(String name, int bytes) throws IOException {
        Files.write(folder.resolve(name), new byte[bytes]);
    }
}
