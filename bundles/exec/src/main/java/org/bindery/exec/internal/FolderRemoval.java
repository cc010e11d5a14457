package org.bindery.exec.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes a folder as far as it goes: links are removed, not followed, and closed folders are opened. */
final class FolderRemoval extends SimpleFileVisitor<Path> {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRemoval.class);

    void remove(Path folder) {
        try {
            Files.walkFileTree(folder, this);
        } catch (IOException e) {
            LOG.warn("Folder {} of a call cannot be removed: {}. Remove it by hand", folder, e.toString());
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        open(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        // A folder nobody may read: opened, it can be walked; a file that has gone meanwhile is none to remove.
        if (Files.isDirectory(file) && open(file)) {
            Files.walkFileTree(file, this);
            return FileVisitResult.CONTINUE;
        }
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
        Files.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
    }

    private static boolean open(Path folder) {
        if (Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder)) {
            return false;
        }
        File file = folder.toFile();
        return file.setReadable(true) && file.setWritable(true) && file.setExecutable(true);
    }
}
