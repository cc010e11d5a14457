package org.bindery.store.embedded.internal.work;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.index.DuplicateKey;
import org.bindery.store.embedded.internal.index.IndexEntries;
import org.bindery.store.embedded.internal.key.KeyWriter;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Query;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** A collection in the file, changed by the one who writes: documents and all their index entries together. */
public final class StoredCollection implements WritableCollection {

    private static final long NONE = -1;

    private final Writer writer;
    private final CollectionInfo info;
    private final List<IndexEntries> indexes = new ArrayList<>();

    public StoredCollection(Writer writer, CollectionInfo info) {
        this.writer = writer;
        this.info = info;
        for (IndexInfo index : info.indexes()) {
            indexes.add(new IndexEntries(writer, info, index));
        }
    }

    @Override
    public CollectionInfo info() {
        return info;
    }

    @Override
    public void visit(Find find, Consumer<Row> visitor) {
        if (find.limit() == 1) {
            Row first = first(find);
            if (first != null) {
                visitor.accept(first);
            }
            return;
        }
        for (long place : places(find)) {
            visitor.accept(at(place));
        }
    }

    private Row first(Find find) {
        try (Rows rows = query().run(find)) {
            return rows.next();
        }
    }

    /** The places first, then the changes: a scan must not meet what it has changed itself. */
    private long[] places(Find find) {
        long[] places = new long[16];
        int size = 0;
        try (Rows rows = query().run(find)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (size == places.length) {
                    places = Arrays.copyOf(places, size * 2);
                }
                places[size++] = row.place();
            }
        }
        return Arrays.copyOf(places, size);
    }

    private Query query() {
        return new Query(writer.sql(), info, writer.limits());
    }

    private Row at(long place) {
        Row row = read("SELECT r, doc FROM " + info.table() + " WHERE r=?", place);
        if (row == null) {
            throw new MongoServerError(1, "InternalError", "a document vanished inside one command");
        }
        return row;
    }

    /** The document with this encoded {@code _id}, or null. */
    public Row byId(byte[] id) {
        return read("SELECT r, doc FROM " + info.table() + " WHERE id=?", id);
    }

    private Row read(String statement, Object parameter) {
        try (Sql.Lent lent = writer.sql().lend(statement);
                ResultSet rows = lent.query(parameter)) {
            return rows.next() ? new Row(rows.getLong(1), rows.getBytes(2)) : null;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public void insert(Document document, byte[] bson) {
        Object id = document.get("_id");
        byte[] key = KeyWriter.key(id);
        if (writer.sql().number("SELECT r FROM " + info.table() + " WHERE id=?", NONE, key) != NONE) {
            throw DuplicateKey.id(info, id);
        }
        StoredChange change = change(null, document, bson);
        change.check();
        change.putIn();
    }

    @Override
    public void replace(Row old, Document document, byte[] bson) {
        StoredChange change = change(old, document, bson);
        change.check();
        change.takeOut();
        change.putIn();
    }

    @Override
    public void delete(Row row) {
        change(row, null, null).takeOut();
    }

    /** Works out everything that changes with a document; null stands for no document before or after. */
    public StoredChange change(Row before, Document after, byte[] bson) {
        List<IndexEntries.Change> changes = new ArrayList<>(indexes.size());
        for (IndexEntries index : indexes) {
            changes.add(index.change(before == null ? null : before.document(), after));
        }
        return new StoredChange(writer, info, before, after, bson, changes);
    }
}
