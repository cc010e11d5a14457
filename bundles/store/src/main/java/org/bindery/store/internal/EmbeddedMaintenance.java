package org.bindery.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bindery.hub.store.MaintenanceRefusedException;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.store.embedded.CheckReport;
import org.bindery.store.embedded.EmbeddedStore;

/** Backups and checks of the embedded store. The backup folder is fixed, so that nobody writes anywhere by a request. */
final class EmbeddedMaintenance implements StoreMaintenance {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final EmbeddedStore store;
    private final Path folder;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    EmbeddedMaintenance(EmbeddedStore store, Path folder, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Backup backup() {
        return alone(() -> {
            try {
                makeFolder();
                Path file = folder.resolve("bindery-" + TIME.format(clock.instant()) + ".db");
                store.backup(file);
                return new Backup(file, Files.size(file));
            } catch (IOException failure) {
                throw new MaintenanceRefusedException("The backup was not made: " + failure.getMessage(), failure);
            }
        });
    }

    @Override
    public Check check() {
        return alone(() -> {
            CheckReport report = store.check();
            return new Check(report.documents(), report.entries(), report.problems());
        });
    }

    /** Both read everything; several at once would only slow each other and the saves down. */
    private <T> T alone(Supplier<T> task) {
        if (!turn.tryAcquire()) {
            throw new MaintenanceRefusedException(
                    "A backup or check is running already; try again when it has ended.", null);
        }
        try {
            return task.get();
        } finally {
            turn.release();
        }
    }

    private void makeFolder() throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, rights);
    }
}
