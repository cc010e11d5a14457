package org.bindery.exec.internal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the file of a program: an absolute path, a name on a PATH, or a file of the plugin. */
final class ProgramLookup {

    private final String searchPath;

    ProgramLookup(String searchPath) {
        this.searchPath = searchPath;
    }

    /** @return the program, or empty if it is nowhere; a plugin's own file is made executable */
    Optional<Path> find(String program, PluginFiles plugin) {
        try {
            Path path = Path.of(program);
            if (path.isAbsolute()) {
                return executable(path, plugin);
            }
            Optional<Path> onPath = path.getNameCount() == 1 ? onPath(program) : Optional.empty();
            return onPath.or(() -> plugin.find(program).flatMap(file -> executable(file, plugin)));
        } catch (InvalidPathException e) {
            return Optional.empty(); // Not a path, so not a program either.
        }
    }

    private Optional<Path> onPath(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (String folder : searchPath.split(File.pathSeparator)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, name).toAbsolutePath();
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(Path file, PluginFiles plugin) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        // Zips made on Windows carry no executable bit, and the manifest says that it is a program.
        if (!Files.isExecutable(file) && plugin.contains(file) && !file.toFile().setExecutable(true)) {
            return Optional.empty();
        }
        return Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
    }
}
