package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    private Path home;

    @Test
    void hasADefaultForEverySetting() {
        Settings settings = read(Map.of());
        assertThat(settings)
                .isEqualTo(new Settings(
                        home,
                        "127.0.0.1",
                        8081,
                        8082,
                        home.resolve("deploy"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("base", "store", "hub", "console"),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        true));
    }

    @Test
    void letsALaterFileWinOverAnEarlierOneAndTheEnvironmentOverBoth() {
        Path first = file(
                "first.properties", "bindery.http.port = 1001\nbindery.backend.port = 1002\nbindery.http.host = a");
        Path second = file("second.properties", "bindery.http.port = 2001\nbindery.backend.port = 2002");
        Settings settings = SettingsReader.read(home, List.of(first, second), Map.of("BINDERY_HTTP_PORT", "3001"));
        assertThat(settings.httpPort()).isEqualTo(3001);
        assertThat(settings.backendPort()).isEqualTo(2002);
        assertThat(settings.httpHost()).isEqualTo("a");
    }

    @Test
    void takesAnEmptyVariableForUnset() {
        assertThat(read(Map.of("BINDERY_ROOT_PASSWORD", "", "BINDERY_HTTP_PORT", " ")))
                .isEqualTo(read(Map.of()));
    }

    @Test
    void resolvesTheDeployFolderBelowHome() {
        assertThat(read(Map.of("BINDERY_DEPLOY_DIR", "../plugins")).deployDir())
                .isEqualTo(home.resolveSibling("plugins"));
        assertThat(read(Map.of("BINDERY_DEPLOY_DIR", "/srv/plugins")).deployDir())
                .isEqualTo(Path.of("/srv/plugins"));
    }

    @Test
    void namesEveryMistakeAtOnce() {
        Path file = file("bad.properties", "bindery.http.prot = 1\nbindery.start.archive = maybe");
        Map<String, String> environment = Map.of(
                "BINDERY_HTTP_PORT", "65536",
                "BINDERY_BACKEND_PORT", "x",
                "BINDERY_MONGO_URI", "http://user:secret@host",
                "BINDERY_FEATURES", "base,../evil",
                "BINDERY_STOP_TIMEOUT_SECONDS", "0");
        LaunchFailure failure =
                catchThrowableOfType(LaunchFailure.class, () -> SettingsReader.read(home, List.of(file), environment));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_SETTINGS);
        assertThat(failure.getMessage().lines())
                .containsExactlyInAnyOrder(
                        "Unknown setting bindery.http.prot in " + file
                                + "; the file lists the known ones, remove this line.",
                        "bindery.start.archive in " + file + " is \"maybe\"; give true or false.",
                        "BINDERY_HTTP_PORT is \"65536\"; give a whole number from 0 to 65535.",
                        "BINDERY_BACKEND_PORT is \"x\"; give a whole number from 0 to 65535.",
                        "BINDERY_MONGO_URI does not start with mongodb:// or mongodb+srv://;"
                                + " unset it for the embedded store.",
                        "BINDERY_FEATURES has the name \"../evil\"; give names of feature files without .json.",
                        "BINDERY_STOP_TIMEOUT_SECONDS is \"0\"; give a whole number from 1 to 3600.");
    }

    @Test
    void refusesOnePortForTwoPurposes() {
        assertThatThrownBy(() -> read(Map.of("BINDERY_HTTP_PORT", "9000", "BINDERY_BACKEND_PORT", "9000")))
                .hasMessage("BINDERY_BACKEND_PORT is the port of BINDERY_HTTP_PORT too; give them two ports.");
        assertThat(read(Map.of("BINDERY_HTTP_PORT", "0", "BINDERY_BACKEND_PORT", "0"))
                        .backendPort())
                .isZero();
    }

    @Test
    void saysThatAFileCannotBeRead() {
        Path file = file("bad.properties", "bindery.http.host = \\u00zz");
        assertThatThrownBy(() -> SettingsReader.read(home, List.of(file), Map.of()))
                .hasMessageContaining("The settings file " + file + " cannot be read");
    }

    private Settings read(Map<String, String> environment) {
        return SettingsReader.read(home, List.of(), environment);
    }

    private Path file(String name, String text) {
        TestInstallation.write(home.resolve(name), text);
        return home.resolve(name);
    }
}
