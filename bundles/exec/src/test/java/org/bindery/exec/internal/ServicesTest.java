package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bindery.exec.Failure;
import org.bindery.exec.ProgramCommand;
import org.bindery.exec.ServiceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Services} and their {@link ServiceChecks}, done by {@link VersionCheck} with real programs. */
class ServicesTest {

    @TempDir
    private Path folder;

    @Test
    void theDefaultServicesAreFoundWithTheirVersions() {
        try (TestRunner runner = new TestRunner(folder)) {
            assertThat(runner.runner.services())
                    .extracting(ServiceState::name)
                    .containsExactly("exec", "node", "python", "python3");
            assertThat(runner.runner.services()).allMatch(ServiceState::available);
            assertThat(runner.runner.check("node").reason()).startsWith("node v");
            assertThat(runner.runner.check("python3").reason()).contains("Python 3.");
        }
    }

    @Test
    void aMissingInterpreterIsAReasonAndHealsWhenItComes() throws IOException {
        Path program = folder.resolve("interpreter");
        Map<String, String> properties =
                Map.of("commands.node.prog", program.toString(), "commands.node.check.regex", "^fine$");
        try (TestRunner runner = new TestRunner(folder, properties)) {
            ServiceState missing = runner.runner.check("node");
            assertThat(missing.available()).isFalse();
            assertThat(missing.reason()).contains(program.toString(), "commands");
            Failure failure = TestRunner.failed(runner.run(runner.request("node", ProgramCommand.of("node", "x.js"))))
                    .failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.SERVICE_MISSING);
            assertThat(failure.cause()).contains("shelf:db_pre_save", "service node");

            Files.writeString(program, "#!/bin/sh\necho broken\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
            assertThat(runner.runner.check("node").reason()).contains("broken", "^fine$");

            Files.writeString(program, "#!/bin/sh\necho fine\n");
            assertThat(runner.runner.check("node").available()).isTrue();
            assertThat(TestRunner.text(runner.run(runner.request("node", ProgramCommand.of("node", "x.js")))))
                    .isEqualTo("fine\n");
        }
    }

    @Test
    void aServiceNobodyConfiguredIsNamed() {
        try (TestRunner runner = new TestRunner(folder, Map.of("services.node.group", ""))) {
            assertThat(runner.runner.check("node").available()).isFalse();
            Failure failure = TestRunner.failed(runner.run(runner.request("node", ProgramCommand.of("node"))))
                    .failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.SERVICE_MISSING);
            assertThat(failure.remedy()).contains("python3");
        }
    }
}
