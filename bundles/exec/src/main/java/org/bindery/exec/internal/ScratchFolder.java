package org.bindery.exec.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the folders of calls. What a Bindery that was killed has left there is removed at first use. */
final class ScratchFolder {

    private static final String PREFIX = "of-process-";

    private final Path parent;
    private final long own = ProcessHandle.current().pid();
    private Path current;

    ScratchFolder(Path parent) {
        this.parent = parent.toAbsolutePath().normalize();
    }

    synchronized Path path() throws IOException {
        if (current == null) {
            Files.createDirectories(parent);
            removeLeftovers();
            current = Files.createDirectories(parent.resolve(PREFIX + own));
        }
        return current;
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                String process = folder.getFileName().toString().substring(PREFIX.length());
                if (process.matches("\\d{1,18}") && !isAlive(Long.parseLong(process))) {
                    new FolderRemoval().remove(folder);
                }
            }
        }
    }

    private boolean isAlive(long process) {
        return process == own || ProcessHandle.of(process).isPresent();
    }

    synchronized void remove() {
        if (current != null) {
            new FolderRemoval().remove(current);
            current = null;
        }
    }
}
