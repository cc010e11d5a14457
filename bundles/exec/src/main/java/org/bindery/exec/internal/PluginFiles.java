package org.bindery.exec.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files of a plugin that are named by a path relative to its folder. */
final class PluginFiles {

    /** No path is longer than this on Linux; longer texts are not looked up. */
    private static final int LONGEST_PATH = 4_096;

    private final Path folder;

    PluginFiles(Path folder) {
        this.folder = folder;
    }

    /** @return the absolute path if the text names an existing file inside the folder */
    Optional<Path> find(String text) {
        if (text.isBlank() || text.length() > LONGEST_PATH || text.startsWith("-")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text);
            Path file = folder.resolve(path).normalize();
            return !path.isAbsolute() && file.startsWith(folder) && Files.isRegularFile(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // Not a path, so not the name of a file either.
        }
    }

    Path folder() {
        return folder;
    }

    boolean contains(Path file) {
        return file.normalize().startsWith(folder);
    }
}
