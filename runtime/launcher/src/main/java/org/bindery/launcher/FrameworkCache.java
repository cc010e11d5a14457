package org.bindery.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework's notes on installed bundles. They are worth keeping only because making them anew costs files, which a
 * busy disk makes slow: nothing is lost with them. So they are kept after a clean stop of the same launcher, and made
 * anew after anything else.
 */
final class FrameworkCache {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkCache.class);

    private final Path folder;
    private final Path cleanMark;
    private final String owner;

    /**
     * Describes a cache.
     *
     * @param owner what must be the same to use it again, such as the class path of the launcher
     */
    FrameworkCache(Path folder, String owner) {
        this.folder = folder;
        this.cleanMark = folder.resolveSibling(folder.getFileName() + ".clean");
        this.owner = owner;
    }

    Path folder() {
        return folder;
    }

    /** Keeps or removes what is there; from now on it counts as unclean until {@link #markClean}. */
    void open() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            rebuild("a file, not a folder");
        } else if (!wasLeftClean()) {
            wipe();
        }
        try {
            Files.deleteIfExists(cleanMark);
        } catch (IOException e) {
            throw cannotRemove(cleanMark, e);
        }
    }

    /** Removes a cache that the framework could not use, and says so. */
    void rebuild(String reason) {
        LOG.warn("The framework cache {} was damaged ({}) and has been rebuilt.", folder, reason);
        wipe();
    }

    /** To be called when the framework has stopped in order. */
    void markClean() {
        try {
            Files.writeString(cleanMark, owner);
        } catch (IOException e) {
            LOG.info("The next start makes the framework cache anew: {}", Causes.of(e));
        }
    }

    private boolean wasLeftClean() {
        try {
            return Files.exists(cleanMark) && Files.readString(cleanMark).equals(owner);
        } catch (IOException e) {
            LOG.info("The framework cache is made anew: {}", Causes.of(e));
            return false;
        }
    }

    private void wipe() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw cannotRemove(folder, e);
        }
    }

    private static LaunchFailure cannotRemove(Path path, IOException cause) {
        String sentence = "The framework cache " + path + " cannot be removed (" + Causes.of(cause)
                + "); delete it by hand and start again.";
        return new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, cause);
    }
}
