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
import java.util.Set;

/** Finds processes by the mark in their environment. Only Linux shows environments; elsewhere nothing is found. */
final class MarkedProcesses {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int LONGEST_ENVIRONMENT = 4 << 20;

    private static final String VARIABLE = "\0" + LaunchSpec.MARK + "=";

    private MarkedProcesses() {}

    static List<ProcessHandle> find(Set<String> marks) {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[1-9]*")) {
            for (Path process : processes) {
                if (marks.contains(mark(environment(process)))) {
                    handle(process).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            return found; // The platform lets nobody look; the other nets have been cast.
        }
        return found;
    }

    /** @return the value of the variable, or an empty text */
    private static String mark(String environment) {
        String all = "\0" + environment;
        int start = all.indexOf(VARIABLE);
        int end = start < 0 ? -1 : all.indexOf('\0', start + 1);
        return end < 0 ? "" : all.substring(start + VARIABLE.length(), end);
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
