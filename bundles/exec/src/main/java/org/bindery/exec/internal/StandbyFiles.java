package org.bindery.exec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files interpreters wait with, laid out in the scratch folder, and the empty folder they wait in. */
final class StandbyFiles {

    private final ScratchFolder scratch;

    StandbyFiles(ScratchFolder scratch) {
        this.scratch = scratch;
    }

    synchronized Path bootstrap(LaunchSpec.Interpreter interpreter) throws IOException {
        Path file = Files.createDirectories(scratch.path().resolve("standby")).resolve(interpreter.file());
        if (!Files.exists(file)) {
            copy(interpreter.file(), file);
        }
        return file;
    }

    Path emptyFolder() throws IOException {
        return Files.createDirectories(scratch.path().resolve("standby/empty"));
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream bytes = StandbyFiles.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException("The bundle lacks " + resource);
            }
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
