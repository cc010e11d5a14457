package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingValuesTest {

    @TempDir
    private Path folder;

    @Test
    void readsTrimmedLines() throws IOException {
        assertThat(read("# note\na.b =  1  \nc = é"))
                .containsEntry("a.b", "1")
                .containsEntry("c", "é")
                .hasSize(2);
    }

    @Test
    void findsNothingInAMissingFile() throws IOException {
        assertThat(SettingValues.read(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> read("#".repeat((1 << 20) + 1)))
                .isInstanceOf(IOException.class)
                .hasMessage("larger than 1048576 bytes");
    }

    private Map<String, String> read(String text) throws IOException {
        TestInstallation.write(folder.resolve("file.properties"), text);
        return SettingValues.read(folder.resolve("file.properties"));
    }
}
