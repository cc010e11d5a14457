package org.bindery.exec.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds processes by the mark in their environment. Only Linux shows environments; elsewhere nothing is found. */
final class MarkedProcesses {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int LONGEST_ENVIRONMENT = 4 << 20;

    private MarkedProcesses() {}

    static List<ProcessHandle> find(String mark) {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        String variable = LaunchSpec.MARK + "=" + mark;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[1-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(variable)) {
                    handle(process).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            return found; // The platform lets nobody look; the other nets have been cast.
        }
        return found;
    }

    private static String environment(Path process) {
        try (InputStream environment = Files.newInputStream(process.resolve("environ"))) {
            return new String(environment.readNBytes(LONGEST_ENVIRONMENT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // It has ended meanwhile, or belongs to somebody else and so not to us.
        }
    }

    private static Optional<ProcessHandle> handle(Path process) {
        return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
    }
}
