package org.bindery.store.embedded.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.EmbeddedStore;

/** An embedded store in a JVM of its own, so that it can be killed without asking. */
final class StoreProcess implements AutoCloseable {

    private static final String READY = "READY ";
    private static final int HEAP_MEBIBYTES = 256;

    private final Process jvm;
    private final String uri;

    private StoreProcess(Process jvm, String uri) {
        this.jvm = jvm;
        this.uri = uri;
    }

    /** Starts the store and waits until it can be used; fails with its output if it ends before. */
    static StoreProcess start(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEBIBYTES + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        StoreProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                drain(output);
                return new StoreProcess(jvm, line.substring(READY.length()));
            }
            said.append(line).append('\n');
        }
        throw new IOException("The store did not start: " + said);
    }

    private static void drain(BufferedReader output) {
        Thread reader = new Thread(
                () -> {
                    try {
                        output.lines().forEach(line -> System.out.println("store: " + line));
                    } catch (java.io.UncheckedIOException ended) {
                        System.out.println("store: output ended");
                    }
                },
                "store-process-output");
        reader.setDaemon(true);
        reader.start();
    }

    String uri() {
        return uri;
    }

    /** SIGKILL: nothing of the store gets a chance to tidy up. */
    void kill() {
        jvm.destroyForcibly();
        try {
            if (!jvm.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The store process did not die");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Opens the store in the folder given and serves until it is killed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (EmbeddedStore store = EmbeddedStore.start(EmbeddedSettings.inFolder(Path.of(arguments[0])))) {
            System.out.println(READY + store.connectionString());
            Thread.currentThread().join();
        }
    }
}
