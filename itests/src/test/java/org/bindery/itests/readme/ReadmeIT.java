package org.bindery.itests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindery.itests.BinderyProcess;
import org.bindery.itests.readme.Readme.Step;
import org.bindery.itests.source.SourceTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what README.md tells a reader to do, in an empty home and on a free port. */
class ReadmeIT {

    private static final Path CHECKOUT = SourceTree.checkout();
    private static final long LIMIT_SECONDS = 120;
    private static final String BETWEEN_STEPS = "---- next step of the README";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir
    Path folder;

    @Test
    void theFirstPluginWorksAsWritten() throws Exception {
        List<Step> steps = Readme.of(readme()).steps();
        try (BinderyProcess bindery = BinderyProcess.in(folder.resolve("home"))
                .from(CHECKOUT.resolve("runtime"))
                .start()) {
            List<String> answers = answers(steps, bindery);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(answers.get(i).lines())
                        .as(steps.get(i).command())
                        .containsAll(steps.get(i).shown());
            }
            assertThat(bindery.terminate()).isZero();
        }
    }

    @Test
    void theTwoCommandsAreThoseOfTheProject() throws IOException {
        assertThat(readme()).contains("```\nruntime/bin/bindery run\n```").contains("```\n./mvnw verify\n```");
        assertThat(Files.readAllLines(CHECKOUT.resolve(".ci/run"))).endsWith("exec ./mvnw verify");
    }

    @Test
    void itsLinksLeadSomewhere() throws IOException {
        Matcher link = LINK.matcher(readme());
        while (link.find()) {
            assertThat(CHECKOUT.resolve(link.group(1))).exists();
        }
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(readme().lines()).hasSizeLessThan(150);
    }

    /** What the steps print, all in one shell, as the reader's variables live from step to step. */
    private List<String> answers(List<Step> steps, BinderyProcess bindery) throws IOException, InterruptedException {
        URI url = bindery.url();
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (Step step : steps) {
            script.append(step.command().replace("http://127.0.0.1:8081", url.toString()));
            script.append("\necho; echo '").append(BETWEEN_STEPS).append("'\n");
        }
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script.toString());
        shell.environment().put("BINDERY_HOME", bindery.home().toString());
        Process reader = shell.directory(CHECKOUT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = reader.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        reader.destroy();
        String said = Files.readString(output);
        assertThat(ended && reader.exitValue() == 0).as(said).isTrue();
        return List.of(said.split(BETWEEN_STEPS));
    }

    private static String readme() throws IOException {
        return Files.readString(CHECKOUT.resolve("README.md"));
    }
}
