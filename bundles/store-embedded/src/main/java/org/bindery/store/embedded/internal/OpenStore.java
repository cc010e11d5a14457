package org.bindery.store.embedded.internal;

import java.io.IOException;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.StoreUnusableException;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CatalogueTables;
import org.bindery.store.embedded.internal.commit.CommitGroup;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.file.DataFolder;
import org.bindery.store.embedded.internal.file.QuickCheck;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.bindery.store.embedded.internal.sql.ReadPool;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open file: the one who writes, and the readers. */
public final class OpenStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

    private final DataFolder folder;
    private final StoreFile file;
    private final Sql sql;
    private final CommitGroup group;
    private final ReadPool readers;

    private OpenStore(DataFolder folder, StoreFile file, Sql sql, EmbeddedSettings settings) throws IOException {
        this.folder = folder;
        this.file = file;
        this.sql = sql;
        Catalogue catalogue = readCatalogue(file, sql);
        QuickCheck.run(file, sql, catalogue);
        Writer writer = new Writer(sql, settings.limits(), catalogue);
        this.group = new CommitGroup(
                writer, settings.limits().commitBatch(), settings.times().write());
        this.readers = new ReadPool(
                file::openReader,
                settings.limits().readConnections(),
                settings.times().read());
    }

    /** Locks the folder, makes or checks the file, and opens it. */
    static OpenStore open(EmbeddedSettings settings) throws IOException {
        DataFolder folder = DataFolder.open(settings.folder());
        Sql sql = null;
        try {
            StoreFile file = new StoreFile(folder.file(), settings.durability());
            file.createIfMissing();
            file.requireOurs();
            sql = openWriter(file);
            return new OpenStore(folder, file, sql, settings);
        } catch (IOException | RuntimeException e) {
            if (sql != null) {
                sql.close();
            }
            folder.close();
            throw e;
        }
    }

    private static Sql openWriter(StoreFile file) throws IOException {
        try {
            return file.openWriter();
        } catch (StoreFailure e) {
            throw unusable(file, e);
        }
    }

    private static Catalogue readCatalogue(StoreFile file, Sql sql) throws IOException {
        try {
            return CatalogueTables.read(sql);
        } catch (StoreFailure e) {
            throw unusable(file, e);
        }
    }

    private static IOException unusable(StoreFile file, StoreFailure failure) {
        if (!failure.isDamage()) {
            return new StoreUnusableException(
                    StoreUnusableException.Reason.FOLDER,
                    "The store " + file.path() + " cannot be opened: " + failure.getMessageWithoutErrorCode(),
                    failure);
        }
        IOException refusal = file.damaged(failure.getMessageWithoutErrorCode());
        refusal.initCause(failure);
        return refusal;
    }

    public StoreFile file() {
        return file;
    }

    public CommitGroup group() {
        return group;
    }

    public ReadPool readers() {
        return readers;
    }

    @Override
    public void close() {
        group.close();
        readers.close();
        sql.close();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("Could not release the lock of the data folder; it ends with this process", e);
        }
    }
}
