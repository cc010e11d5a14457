package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@link ProgramLookup} and {@link PluginFiles} look. */
class ProgramLookupTest {

    @TempDir
    private Path folder;

    private PluginFiles plugin;
    private ProgramLookup lookup;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("plugin/server"));
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("plugin/server/own"), "");
        Files.writeString(folder.resolve("plugin/tool"), "");
        Files.writeString(folder.resolve("outside"), "");
        Files.writeString(folder.resolve("bin/tool"), "");
        assertThat(folder.resolve("bin/tool").toFile().setExecutable(true)).isTrue();
        plugin = new PluginFiles(folder.resolve("plugin"));
        lookup = new ProgramLookup(folder.resolve("nowhere") + ":" + folder.resolve("bin"));
    }

    @Test
    void aNameOnThePathWinsOverAFileOfThePlugin() {
        assertThat(lookup.find("tool", plugin)).contains(folder.resolve("bin/tool"));
    }

    @Test
    void aFileOfThePluginIsMadeExecutable() {
        assertThat(lookup.find("server/own", plugin)).contains(folder.resolve("plugin/server/own"));
        assertThat(Files.isExecutable(folder.resolve("plugin/server/own"))).isTrue();
    }

    @Test
    void aFileElsewhereIsLeftAsItIs() {
        assertThat(lookup.find(folder.resolve("outside").toString(), plugin)).isEmpty();
        assertThat(Files.isExecutable(folder.resolve("outside"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "../outside", "server", "a\0b", "server/../../outside"})
    void nothingElseIsAProgram(String name) {
        assertThat(lookup.find(name, plugin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-tool", "../outside", "server", "{\"a\":1}", "a\0b", "/etc/passwd"})
    void onlyARelativePathOfAFileInsideIsAFileOfThePlugin(String text) {
        assertThat(plugin.find(text)).isEmpty();
        assertThat(plugin.find("server/own")).isPresent();
    }
}
