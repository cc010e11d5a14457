package org.bindery.store.embedded.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.bindery.store.embedded.StoreUnusableException;
import org.bindery.store.embedded.StoreUnusableException.Reason;

/**
 * The folder of one store, open to its owner only, and locked while it is in use: two processes on one file would each
 * believe to be the only one that writes.
 */
public final class DataFolder implements AutoCloseable {

    private static final String FILE = "bindery.db";
    private static final String LOCK = "bindery.lock";
    private static final String NATIVE = "native";
    private static final String NATIVE_FOLDER_PROPERTY = "org.sqlite.tmpdir";
    private static final Set<PosixFilePermission> FOLDER_RIGHTS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_RIGHTS = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder if needed and locks it. */
    public static DataFolder open(Path folder) throws IOException {
        try {
            createPrivateFolder(folder);
            FileChannel channel = lock(folder);
            DataFolder opened = new DataFolder(folder, channel);
            opened.prepareNativeLibrary();
            return opened;
        } catch (StoreUnusableException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnusableException(
                    Reason.FOLDER,
                    "The data folder " + folder + " cannot be used (" + e + "). Make it a folder that only this"
                            + " program's user can read and write.",
                    e);
        }
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, rights(folder.toAbsolutePath().getParent(), FOLDER_RIGHTS));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        setRights(folder, FOLDER_RIGHTS);
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            createPrivateFile(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // a store of this process has it
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new StoreUnusableException(
                    Reason.IN_USE,
                    "The data folder " + folder + " is in use by process " + owner(file)
                            + ". Stop that process first, or give this one a folder of its own.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static String owner(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return text.isBlank() ? "(unknown)" : text;
    }

    /** SQLite's library is unpacked below our own folder: the system's folder may forbid programs. */
    private void prepareNativeLibrary() throws IOException {
        Path library = folder.resolve(NATIVE);
        createPrivateFolder(library);
        try (Stream<Path> left = Files.list(library)) {
            for (Path old : left.toList()) {
                Files.deleteIfExists(old);
            }
        }
        if (System.getProperty(NATIVE_FOLDER_PROPERTY) == null) {
            System.setProperty(NATIVE_FOLDER_PROPERTY, library.toAbsolutePath().toString());
        }
    }

    /** The store's file. */
    public Path file() {
        return fileIn(folder);
    }

    /** Where the store's file is in a data folder that may not be there. */
    public static Path fileIn(Path folder) {
        return folder.resolve(FILE);
    }

    /** Makes an empty file that only its owner can read and write. */
    public static void createPrivateFile(Path file) throws IOException {
        Files.createFile(file, rights(file.toAbsolutePath().getParent(), FILE_RIGHTS));
    }

    /** Takes everybody else's access to a file away. */
    public static void makePrivate(Path file) throws IOException {
        setRights(file, FILE_RIGHTS);
    }

    private static void setRights(Path path, Set<PosixFilePermission> rights) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, rights);
        }
    }

    private static FileAttribute<?>[] rights(Path parent, Set<PosixFilePermission> rights) {
        return isPosix(parent)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
