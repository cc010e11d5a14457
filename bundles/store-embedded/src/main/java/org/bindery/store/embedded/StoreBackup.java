package org.bindery.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.bindery.store.embedded.StoreUnusableException.Reason;
import org.bindery.store.embedded.internal.file.DataFolder;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Copies a store that may be running into one consistent file: everything acknowledged before, nothing half. */
public final class StoreBackup {

    private StoreBackup() {}

    /**
     * Writes the backup. The target appears when it is complete and on disk; it must not be there before.
     *
     * @throws StoreUnusableException if the target exists or the disk is full
     */
    static void write(StoreFile source, Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoreUnusableException(
                    Reason.FOLDER, target + " exists already; choose another name or move it away.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            DataFolder.createPrivateFile(part);
            try (Sql sql = source.openReader()) {
                sql.executeOnce("PRAGMA query_only=OFF");
                sql.executeOnce("VACUUM INTO '" + part.toString().replace("'", "''") + "'");
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (StoreFailure e) {
            throw new StoreUnusableException(
                    Reason.FOLDER,
                    "The backup " + target + " could not be written: " + e.getMessageWithoutErrorCode()
                            + " The store itself is not affected.",
                    e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Writes a backup of the store in a folder, also while another process has it open: readers do not disturb it.
     * {@link EmbeddedStore#backup} copies a store of this process.
     *
     * @throws StoreUnusableException if the folder holds no store, or if the target exists
     */
    public static void write(EmbeddedSettings settings, Path target) throws IOException {
        StoreFile source = new StoreFile(DataFolder.fileIn(settings.folder()), settings.durability());
        source.requireOurs();
        write(source, target);
    }
}
