package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void makesItsFolders() {
        Home home = new Home(folder.resolve("new/home"));
        home.prepare(folder.resolve("plugins"));
        assertThat(home.data()).isDirectory();
        assertThat(home.etc()).isDirectory();
        assertThat(folder.resolve("plugins")).isEmptyDirectory();
    }

    // A file in place of a folder: permissions would not stop a test run by root.
    @Test
    void saysThatAFolderCannotBeWritten() {
        TestInstallation.write(folder.resolve("home/data"), "");
        assertThatThrownBy(() -> new Home(folder.resolve("home")).prepare(folder))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("The folder " + folder.resolve("home/data") + " cannot be written ("
                        + folder.resolve("home/data") + ": a file, not a folder); make it writable for this user or set"
                        + " BINDERY_HOME to another folder.");
    }

    @Test
    void namesTheVariableOfTheDeployFolder() {
        TestInstallation.write(folder.resolve("plugins"), "");
        assertThatThrownBy(() -> new Home(folder.resolve("home")).prepare(folder.resolve("plugins")))
                .hasMessageContaining("set BINDERY_DEPLOY_DIR to another folder");
    }
}
