package org.bindery.store.embedded.conformance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A second opinion that shares no code with the store: mingo, in a node process of its own. The first use installs
 * the pinned version into {@code target/oracle}.
 */
final class Oracle implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/oracle");
    private static final Path HOME = Path.of("target/oracle");
    private static final long INSTALL_SECONDS = 120;
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final Process node;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Oracle(Process node) {
        this.node = node;
        this.questions = new BufferedWriter(new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
    }

    static Oracle start() throws IOException, InterruptedException {
        install();
        return new Oracle(new ProcessBuilder("node", "oracle.mjs")
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Path lock = HOME.resolve("package-lock.json");
        boolean installed = Files.isDirectory(HOME.resolve("node_modules/mingo"))
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            npmInstall();
        }
    }

    private static void npmInstall() throws IOException, InterruptedException {
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("npm.log").toFile())
                .start();
        if (!npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroy();
            throw new IllegalStateException("The query oracle could not be installed: see "
                    + HOME.resolve("npm.log").toAbsolutePath()
                    + ". The build needs node, npm and an npm registry once.");
        }
    }

    /** Answers in the order of the questions, each with {@code answer} or {@code error}. */
    List<Document> ask(List<Document> asked) throws IOException {
        questions.write(asked.stream().map(one -> one.toJson(CANONICAL)).collect(Collectors.joining(",", "[", "]")));
        questions.newLine();
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The query oracle ended");
        }
        return Document.parse("{\"all\":" + line + "}").getList("all", Document.class);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (node.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        node.destroyForcibly();
    }
}
