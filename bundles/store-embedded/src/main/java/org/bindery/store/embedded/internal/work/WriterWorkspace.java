package org.bindery.store.embedded.internal.work;

import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Query;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Held;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** The store as the one who writes sees it. */
public final class WriterWorkspace implements Workspace {

    private final Writer writer;

    public WriterWorkspace(Writer writer) {
        this.writer = writer;
    }

    public Writer writer() {
        return writer;
    }

    @Override
    public Catalogue catalogue() {
        return writer.catalogue();
    }

    @Override
    public Rows find(CollectionInfo collection, Find find) {
        return new Query(writer.sql(), collection, writer.limits()).run(find);
    }

    @Override
    public long count(CollectionInfo collection) {
        return writer.sql().number("SELECT count(*) FROM " + collection.table(), 0);
    }

    @Override
    public WritableCollection forWriting(Namespace name) {
        CollectionInfo info = collection(name).orElseGet(() -> new Collections(writer).create(name));
        return new StoredCollection(writer, info);
    }

    @Override
    public Held keep() {
        throw StoreFailure.tooBusy("a command that writes cannot leave a cursor open");
    }
}
