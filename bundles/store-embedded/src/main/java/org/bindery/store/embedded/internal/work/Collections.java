package org.bindery.store.embedded.internal.work;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.bindery.store.embedded.internal.catalogue.CatalogueTables;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.index.IndexEntries;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Makes, renames and removes collections and indexes, on disk and in the catalogue together. */
public final class Collections {

    private static final int CANNOT_CREATE_INDEX = 67;

    private final Writer writer;

    public Collections(Writer writer) {
        this.writer = writer;
    }

    public CollectionInfo create(Namespace name) {
        if (writer.catalogue().size() >= writer.limits().collections()) {
            throw new MongoServerError(
                    2,
                    "BadValue",
                    "the embedded store holds at most " + writer.limits().collections() + " collections");
        }
        CollectionInfo info = CatalogueTables.addCollection(writer.sql(), name);
        writer.setCatalogue(writer.catalogue().with(info));
        return info;
    }

    public void drop(CollectionInfo info) {
        CatalogueTables.removeCollection(writer.sql(), info);
        writer.setCatalogue(writer.catalogue().without(info.name()));
    }

    public void rename(CollectionInfo info, Namespace name) {
        CatalogueTables.rename(writer.sql(), info, name);
        writer.setCatalogue(writer.catalogue().without(info.name()).with(info.renamed(name)));
    }

    /** Makes an index and fills it from the documents that are there. */
    public CollectionInfo createIndex(CollectionInfo info, IndexInfo wanted) {
        if (info.indexes().size() + 1 >= writer.limits().indexesPerCollection()) {
            throw new MongoServerError(
                    CANNOT_CREATE_INDEX,
                    "CannotCreateIndex",
                    "add index fails, too many indexes for " + info.name() + " key:" + wanted.keyDocument());
        }
        IndexInfo index = CatalogueTables.addIndex(writer.sql(), info, wanted);
        CollectionInfo more = info.with(index);
        fill(new IndexEntries(writer, more, index), info);
        writer.setCatalogue(writer.catalogue().with(more));
        return more;
    }

    private void fill(IndexEntries entries, CollectionInfo info) {
        String all = "SELECT r, doc FROM " + info.table() + " ORDER BY r";
        try (Sql.Lent lent = writer.sql().lend(all);
                ResultSet rows = lent.query()) {
            while (rows.next()) {
                Row row = new Row(rows.getLong(1), rows.getBytes(2));
                IndexEntries.Change change = entries.change(null, row.document());
                change.check();
                change.putIn(row.place());
            }
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    public CollectionInfo dropIndex(CollectionInfo info, IndexInfo index) {
        CatalogueTables.removeIndex(writer.sql(), index);
        CollectionInfo fewer = info.without(index);
        writer.setCatalogue(writer.catalogue().with(fewer));
        return fewer;
    }
}
