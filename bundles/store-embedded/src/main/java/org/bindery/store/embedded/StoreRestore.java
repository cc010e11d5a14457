package org.bindery.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.bindery.store.embedded.StoreUnusableException.Reason;
import org.bindery.store.embedded.internal.file.DataFolder;

/** Puts a backup in the place of a store that is not running. What was there before is kept beside it. */
public final class StoreRestore {

    private static final String[] SIDES = {"-wal", "-shm"};

    private StoreRestore() {}

    /**
     * Checks the backup completely, then switches to it.
     *
     * @return where the old store's file is now, if there was one
     * @throws StoreUnusableException if the folder is in use or the backup is not sound; then nothing has changed
     */
    public static Optional<Path> restore(EmbeddedSettings settings, Path backup) throws IOException {
        CheckReport report = StoreCheck.checkFile(backup, settings);
        if (!report.isSound()) {
            throw new StoreUnusableException(
                    Reason.DAMAGED,
                    "The backup " + backup + " is damaged and was not restored: "
                            + report.problems().get(0));
        }
        try (DataFolder folder = DataFolder.open(settings.folder())) {
            Path fresh = folder.file().resolveSibling("bindery.db.restoring");
            Files.deleteIfExists(fresh);
            DataFolder.createPrivateFile(fresh);
            Files.copy(backup, fresh, StandardCopyOption.REPLACE_EXISTING);
            DataFolder.makePrivate(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Optional<Path> old = putAside(folder.file());
            Files.move(fresh, folder.file(), StandardCopyOption.ATOMIC_MOVE);
            return old;
        }
    }

    /** The log of the old file moves with it, so that it stays complete. */
    private static Optional<Path> putAside(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String time = Instant.now().toString().replace(":", "").replaceAll("\\..*", "Z");
        Path aside = free(file.resolveSibling(file.getFileName() + ".before-restore-" + time));
        for (String side : SIDES) {
            Path log = file.resolveSibling(file.getFileName() + side);
            if (Files.exists(log)) {
                Files.move(log, aside.resolveSibling(aside.getFileName() + side));
            }
        }
        Files.move(file, aside);
        return Optional.of(aside);
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int i = 2; Files.exists(free); i++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return free;
    }
}
