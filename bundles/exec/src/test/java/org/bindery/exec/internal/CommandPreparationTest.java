package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindery.exec.ProgramCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link CommandPreparation} asks the platform for, with {@link ChildEnvironment} and {@link ArgumentCheck}. */
class CommandPreparationTest {

    @TempDir
    private Path folder;

    @Test
    void argumentsThatNameFilesOfThePluginBecomePathsButDataDoesNot() throws Exception {
        Files.writeString(folder.resolve("main.py"), "");
        Definitions definitions = Definitions.of(Map.of("commands.python3.args", "-u"));
        ChildEnvironment environment = new ChildEnvironment(
                Map.of("PATH", System.getenv("PATH"), "SECRET", "x"), List.of("PATH", "NONE"), Map.of("A", "b"));
        CommandPreparation preparation =
                new CommandPreparation(definitions.commands(), environment, new ArgumentCheck(StandardCharsets.UTF_8));
        try (JobFolder job = new JobFolder(folder)) {
            CommandPreparation.Site site = new CommandPreparation.Site(
                    new PluginFiles(folder), job, new Placeholders(Map.of("info.json", "main.py")), "mark", true);
            LaunchSpec spec = preparation.prepare(
                    "shelf",
                    definitions.services().get("python3"),
                    ProgramCommand.of("python", "main.py", "%info.json%", "other.py"),
                    site);
            assertThat(spec.argv().subList(1, 4))
                    .containsExactly(folder.resolve("main.py").toString(), "main.py", "other.py");
            assertThat(spec.program()).isEqualTo("python3");
            assertThat(spec.mark()).isEqualTo("mark");
            assertThat(spec.workDir()).isEqualTo(job.work());
            assertThat(spec.environment()).containsOnlyKeys("PATH", "A", "HOME", "TMPDIR", LaunchSpec.MARK);
        }
    }

    @Test
    void charactersThatWouldBeLostAreRefused() {
        ArgumentCheck ascii = new ArgumentCheck(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> ascii.check("shelf", List.of("node", "grün")))
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("argument 1 of node");
        assertThat(Platform.argumentCharset()).isNotNull();
        assertThat(Platform.architecture()).isNotBlank();
        assertThat(Platform.isWindows()).isEqualTo(Platform.system().equals("windows"));
    }
}
