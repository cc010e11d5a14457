package org.bindery.store.embedded.internal.work;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.index.IndexEntries;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.sql.Sql;

/**
 * One document's change with all its index entries. First everything old is taken out, then everything new is put in;
 * several changes that are taken out together before any is put in may swap unique values among each other.
 */
public final class StoredChange {

    private final Writer writer;
    private final CollectionInfo info;
    private final Row before;
    private final Document after;
    private final byte[] bson;
    private final List<IndexEntries.Change> indexes;

    StoredChange(
            Writer writer,
            CollectionInfo info,
            Row before,
            Document after,
            byte[] bson,
            List<IndexEntries.Change> indexes) {
        this.writer = writer;
        this.info = info;
        this.before = before;
        this.after = after;
        this.bson = bson;
        this.indexes = indexes;
    }

    /** Refuses values that a unique index has already. */
    public void check() {
        indexes.forEach(IndexEntries.Change::check);
    }

    /** Takes out what is no longer there. */
    public void takeOut() {
        if (before == null) {
            return;
        }
        indexes.forEach(index -> index.takeOut(before.place()));
        if (after == null) {
            writer.sql().update("DELETE FROM " + info.table() + " WHERE r=?", before.place());
        }
    }

    /** Puts in what is new. */
    public void putIn() {
        if (after == null) {
            return;
        }
        long place = before == null ? insert() : save();
        indexes.forEach(index -> index.putIn(place));
    }

    private long insert() {
        Sql sql = writer.sql();
        sql.update("INSERT INTO " + info.table() + "(id, doc) VALUES(?, ?)", KeyWriter.key(after.get("_id")), bson);
        return indexes.isEmpty() ? Row.NOWHERE : sql.lastRow();
    }

    private long save() {
        writer.sql().update("UPDATE " + info.table() + " SET doc=? WHERE r=?", bson, before.place());
        return before.place();
    }
}
