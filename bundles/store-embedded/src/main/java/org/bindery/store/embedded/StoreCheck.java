package org.bindery.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.bindery.store.embedded.internal.file.DataFolder;
import org.bindery.store.embedded.internal.file.FullCheck;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.bindery.store.embedded.internal.sql.Sql;

/** Checks the store of a folder that nobody has open; {@link EmbeddedStore#check()} checks a running one. */
public final class StoreCheck {

    private StoreCheck() {}

    /**
     * Reads everything: the file's structure, and each document against each index.
     *
     * @throws StoreUnusableException if the folder is in use or holds no store
     */
    public static CheckReport check(EmbeddedSettings settings) throws IOException {
        try (DataFolder folder = DataFolder.open(settings.folder())) {
            return checkFile(folder.file(), settings);
        }
    }

    /**
     * Checks a single file, for example a backup, in the same way.
     *
     * @throws StoreUnusableException if the file is no store
     */
    public static CheckReport checkFile(Path file, EmbeddedSettings settings) throws IOException {
        StoreFile store = new StoreFile(file, settings.durability());
        store.requireOurs();
        try (Sql sql = store.openReader()) {
            return FullCheck.run(sql, settings.limits());
        }
    }
}
