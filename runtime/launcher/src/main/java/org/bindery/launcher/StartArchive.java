package org.bindery.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The archive of loaded classes that makes later starts faster: AppCDS up to Java 24, an AOT cache from 25 on.
 *
 * <p>Its stamp says what it was made of. Java refuses an archive of another Java or class path by itself; the stamp lets
 * the launcher make a new one then. The first line of the stamp is the archive's size, which the start script compares,
 * because Java crashes on a truncated archive.
 *
 * @param file where the start script looks for it; the name carries the version of Java
 */
record StartArchive(Path file) {

    private static final int FIRST_WITH_AOT_CACHE = 25;

    /** The option of Java that writes an archive when the process ends. */
    static String recordingOption(Path target) {
        boolean aot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        return (aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + target;
    }

    boolean isCurrent() throws IOException {
        return Files.isRegularFile(file)
                && Files.isRegularFile(stamp())
                && Files.readAllLines(stamp()).equals(stampLines());
    }

    /** Takes a finished recording into use: wholly on disk first, and the stamp last. */
    void replaceBy(Path recording) throws IOException {
        try (FileChannel channel = FileChannel.open(recording, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.deleteIfExists(stamp());
        Files.move(recording, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path draft = file.resolveSibling(file.getFileName() + ".stamp.new");
        Files.write(draft, stampLines());
        Files.move(draft, stamp(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path stamp() {
        return file.resolveSibling(file.getFileName() + ".stamp");
    }

    private List<String> stampLines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Long.toString(Files.size(file)));
        lines.add(System.getProperty("java.vm.version") + " " + System.getProperty("java.home"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            lines.add(jar + " " + Files.size(Path.of(jar)) + " " + Files.getLastModifiedTime(Path.of(jar)));
        }
        return lines;
    }
}
