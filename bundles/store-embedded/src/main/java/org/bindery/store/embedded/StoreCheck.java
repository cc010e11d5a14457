package org.bindery.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.bindery.store.embedded.internal.file.DataFolder;
import org.bindery.store.embedded.internal.file.FullCheck;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.bindery.store.embedded.internal.sql.Sql;

/** Checks a store from outside; {@link EmbeddedStore#check()} checks one of this process. */
public final class StoreCheck {

    private StoreCheck() {}

    /**
     * Reads everything: the file's structure, and each document against each index. Another process may have the store
     * open; what is checked is one moment of it.
     *
     * @throws StoreUnusableException if the folder holds no store
     */
    public static CheckReport check(EmbeddedSettings settings) throws IOException {
        return checkFile(DataFolder.fileIn(settings.folder()), settings);
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
