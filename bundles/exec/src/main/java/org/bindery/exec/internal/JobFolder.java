package org.bindery.exec.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one call, removed with everything in it at the end. Work, home and temporary files are apart, so that
 * a program finds its working directory empty.
 */
final class JobFolder implements AutoCloseable {

    private final Path root;

    JobFolder(Path parent) throws IOException {
        root = Files.createTempDirectory(parent, "job-");
        Files.createDirectory(work());
        Files.createDirectory(home());
        Files.createDirectory(temporary());
    }

    Path work() {
        return root.resolve("work");
    }

    Path home() {
        return root.resolve("home");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    @Override
    public void close() {
        new FolderRemoval().remove(root);
    }
}
