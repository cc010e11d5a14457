package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.index.DuplicateKey;
import org.bindery.store.embedded.internal.index.IndexKeys;
import org.bindery.store.embedded.internal.query.Extra;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Query;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;
import org.bindery.store.embedded.internal.work.WritableCollection;

/**
 * A collection inside a transaction: the snapshot it began with, and its own changes over it. Nothing here touches
 * the file; unique values are checked against both, and once more when the transaction is committed.
 */
final class OverlaidCollection implements WritableCollection {

    private final CollectionInfo info;
    private final Sql snapshot;
    private final StoreLimits limits;
    private final Consumer<byte[]> accounting;
    private final Overlay overlay = new Overlay();
    private final Map<IndexInfo, Map<byte[], byte[]>> uniqueKeys = new HashMap<>();

    /** The snapshot is null for a collection that is younger than it; accounting hears of each saved content. */
    OverlaidCollection(CollectionInfo info, Sql snapshot, StoreLimits limits, Consumer<byte[]> accounting) {
        this.info = info;
        this.snapshot = snapshot;
        this.limits = limits;
        this.accounting = accounting;
    }

    @Override
    public CollectionInfo info() {
        return info;
    }

    Overlay overlay() {
        return overlay;
    }

    /** The rows for a find, with the changes made so far. */
    Rows find(Find find) {
        if (snapshot == null) {
            return Query.runOnly(find, overlay.rows(), limits);
        }
        Query query = new Query(snapshot, info, limits);
        if (overlay.isEmpty()) {
            return query.run(find);
        }
        Overlay frozen = overlay.frozen();
        return query.run(find, new Extra(row -> frozen.contains(Overlay.idOf(row.document())), frozen.rows()));
    }

    @Override
    public void visit(Find find, Consumer<Row> visitor) {
        try (Rows rows = find(find)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                visitor.accept(row);
            }
        }
    }

    @Override
    public void insert(Document document, byte[] bson) {
        byte[] id = Overlay.idOf(document);
        Overlay.Changed known = overlay.get(id);
        boolean taken = known == null ? isStored(id) : known.after() != null;
        if (taken) {
            throw DuplicateKey.id(info, document.get("_id"));
        }
        put(id, null, document, bson);
    }

    @Override
    public void replace(Row old, Document document, byte[] bson) {
        put(Overlay.idOf(document), old.packed(), document, bson);
    }

    @Override
    public void delete(Row row) {
        byte[] id = Overlay.idOf(row.document());
        forgetKeys(id);
        overlay.put(id, row.packed(), null);
    }

    private void put(byte[] id, Row before, Document document, byte[] bson) {
        List<NavigableSet<byte[]>> keys = checkedKeys(id, document);
        accounting.accept(bson);
        forgetKeys(id);
        overlay.put(id, before, new Row(Row.NOWHERE, bson));
        for (int i = 0; i < keys.size(); i++) {
            IndexInfo index = info.indexes().get(i);
            if (index.unique()) {
                keys.get(i).forEach(key -> uniqueKeys(index).put(key, id));
            }
        }
    }

    private List<NavigableSet<byte[]>> checkedKeys(byte[] id, Document document) {
        List<NavigableSet<byte[]>> all = new ArrayList<>();
        for (IndexInfo index : info.indexes()) {
            NavigableSet<byte[]> keys = IndexKeys.of(document, index, limits).keys();
            all.add(keys);
            if (index.unique()) {
                for (byte[] key : keys) {
                    checkUnique(index, key, id, document);
                }
            }
        }
        return all;
    }

    private void checkUnique(IndexInfo index, byte[] key, byte[] id, Document document) {
        byte[] own = uniqueKeys(index).get(key);
        if (own != null && !Arrays.equals(own, id)) {
            throw DuplicateKey.of(info, index, document);
        }
        byte[] stored = snapshot == null ? null : storedOwner(index, key);
        if (stored != null && !Arrays.equals(stored, id) && !overlay.contains(stored)) {
            throw DuplicateKey.of(info, index, document);
        }
    }

    private Map<byte[], byte[]> uniqueKeys(IndexInfo index) {
        return uniqueKeys.computeIfAbsent(index, key -> new TreeMap<>(Arrays::compareUnsigned));
    }

    private void forgetKeys(byte[] id) {
        Overlay.Changed known = overlay.get(id);
        if (known == null || known.after() == null) {
            return;
        }
        uniqueKeys.forEach((index, owners) ->
                IndexKeys.of(known.after().document(), index, limits).keys().forEach(owners::remove));
    }

    private boolean isStored(byte[] id) {
        return snapshot != null && bytes("SELECT id FROM " + info.table() + " WHERE id=?", id) != null;
    }

    private byte[] storedOwner(IndexInfo index, byte[] key) {
        return bytes(
                "SELECT d.id FROM " + index.table() + " x CROSS JOIN " + info.table() + " d ON d.r=x.r WHERE x.k=?",
                key);
    }

    private byte[] bytes(String statement, byte[] parameter) {
        try (Sql.Lent lent = snapshot.lend(statement);
                ResultSet rows = lent.query((Object) parameter)) {
            return rows.next() ? rows.getBytes(1) : null;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
