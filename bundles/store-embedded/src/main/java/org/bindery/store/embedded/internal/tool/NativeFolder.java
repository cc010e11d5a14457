package org.bindery.store.embedded.internal.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for SQLite's library while the tool runs: not the system's, which may forbid programs, and not the running
 * store's, which clears its own at start.
 */
final class NativeFolder implements AutoCloseable {

    private static final String PROPERTY = "org.sqlite.tmpdir";
    private static final String PREFIX = "store-tool-";

    private final Path folder;

    private NativeFolder(Path folder) {
        this.folder = folder;
    }

    static NativeFolder beside(Path dataFolder) throws IOException {
        Path parent = dataFolder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        return new NativeFolder(Files.createTempDirectory(parent, PREFIX));
    }

    Path path() {
        return folder;
    }

    void use() {
        System.setProperty(PROPERTY, folder.toString());
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            delete(file);
        }
    }

    /** Windows keeps a loaded library; it goes when this program has ended. */
    private static void delete(Path file) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            file.toFile().deleteOnExit();
        } else {
            Files.deleteIfExists(file);
        }
    }
}
