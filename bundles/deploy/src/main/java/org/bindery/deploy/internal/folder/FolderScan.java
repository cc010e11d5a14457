package org.bindery.deploy.internal.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists the deploy folder. Every file is named in the result but hidden and temporary ones. */
public final class FolderScan {

    private final Path folder;
    private final long maxBytes;
    private final int maxFiles;

    /** @param maxFiles how many files are looked at, in the order of their names */
    public FolderScan(Path folder, long maxBytes, int maxFiles) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.maxFiles = maxFiles;
    }

    /** @return the files by name */
    public SortedMap<String, Sighting> look() throws IOException {
        SortedMap<String, Sighting> seen = new TreeMap<>();
        for (Path path : paths()) {
            sight(path, seen.size()).ifPresent(sighting -> seen.put(sighting.file(), sighting));
        }
        return seen;
    }

    private SortedSet<Path> paths() throws IOException {
        TreeSet<Path> paths = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, FolderScan::isVisible)) {
            stream.forEach(paths::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return paths;
    }

    private static boolean isVisible(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    /** Empty for a file that is gone by now. */
    private Optional<Sighting> sight(Path path, int index) throws IOException {
        String name = path.getFileName().toString();
        try {
            Path real = path.toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            String refusal = index >= maxFiles ? tooMany() : refusal(name, real, attributes);
            return Optional.of(new Sighting(name, real, Fingerprint.of(attributes), refusal));
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(path) ? Optional.of(danglingLink(path, name)) : Optional.empty();
        }
    }

    private String refusal(String name, Path real, BasicFileAttributes attributes) throws IOException {
        if (!real.startsWith(folder.toRealPath())) {
            return "It is a link to a place outside the deploy folder. Copy the file itself into the folder.";
        }
        if (attributes.isDirectory()) {
            return "It is a folder. Pack it as a jar, or remove it from the deploy folder.";
        }
        if (!attributes.isRegularFile()) {
            return "It is not a regular file. Remove it from the deploy folder.";
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".jar")) {
            return "It is not of a type that Bindery knows; plugins are .jar files. Remove it from the deploy folder.";
        }
        if (attributes.size() > maxBytes) {
            return "It has " + attributes.size() + " bytes, more than the allowed " + maxBytes
                    + ". Make it smaller or raise bindery.deploy.max.file.bytes.";
        }
        return "";
    }

    private String tooMany() {
        return "The deploy folder holds more than " + maxFiles
                + " files. Remove some or raise bindery.deploy.max.files.";
    }

    private static Sighting danglingLink(Path path, String name) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String refusal = "It is a link to a file that does not exist. Copy the file itself into the folder.";
        return new Sighting(name, path, Fingerprint.of(attributes), refusal);
    }
}
