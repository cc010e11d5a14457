package org.bindery.store.embedded.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindery.store.embedded.EmbeddedSettings;
import org.bindery.store.embedded.internal.catalogue.CatalogueTables;
import org.bindery.store.embedded.internal.commit.CommitGroup;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.bindery.store.embedded.internal.sql.ReadPool;
import org.bindery.store.embedded.internal.sql.Sql;

/** The open file: the one who writes, and the readers. */
public final class OpenStore implements AutoCloseable {

    private final StoreFile file;
    private final Sql sql;
    private final CommitGroup group;
    private final ReadPool readers;

    private OpenStore(StoreFile file, Sql sql, CommitGroup group, ReadPool readers) {
        this.file = file;
        this.sql = sql;
        this.group = group;
        this.readers = readers;
    }

    static OpenStore open(EmbeddedSettings settings) {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path path = settings.folder().resolve("bindery.db");
        StoreFile file = new StoreFile(path, settings.durability());
        boolean fresh = !file.exists();
        Sql sql = file.openWriter();
        if (fresh) {
            sql.executeOnce("PRAGMA application_id=" + StoreFile.APPLICATION_ID);
            sql.executeOnce("PRAGMA user_version=" + StoreFile.FORMAT);
            CatalogueTables.create(sql);
        }
        Writer writer = new Writer(sql, settings.limits(), CatalogueTables.read(sql));
        CommitGroup group = new CommitGroup(
                writer, settings.limits().commitBatch(), settings.times().write());
        ReadPool readers = new ReadPool(
                file::openReader,
                settings.limits().readConnections(),
                settings.times().read());
        return new OpenStore(file, sql, group, readers);
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
    }
}
