package org.bindery.store.embedded.internal.catalogue;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bindery.store.embedded.internal.bson.BsonReader;
import org.bindery.store.embedded.internal.bson.BsonWriter;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/**
 * The catalogue on disk, and the tables it names. Numbers are never used twice, so that a reader with an old
 * catalogue finds either its table or none, never another one's.
 */
public final class CatalogueTables {

    private CatalogueTables() {}

    /** Makes the tables of an empty file. */
    public static void create(Sql sql) {
        sql.executeOnce("CREATE TABLE collections(id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL,"
                + " name TEXT NOT NULL, uuid BLOB NOT NULL, UNIQUE(db, name))");
        sql.executeOnce("CREATE TABLE indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,"
                + " name TEXT NOT NULL, spec BLOB NOT NULL, arrays INTEGER NOT NULL, UNIQUE(collection, name))");
    }

    /** Reads the catalogue. */
    public static Catalogue read(Sql sql) {
        Map<Long, List<IndexInfo>> indexes = readIndexes(sql);
        Catalogue catalogue = Catalogue.empty();
        try (Sql.Lent lent = sql.lend("SELECT id, db, name, uuid FROM collections");
                ResultSet rows = lent.query()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                Namespace name = new Namespace(rows.getString(2), rows.getString(3));
                List<IndexInfo> own = indexes.getOrDefault(id, List.of());
                catalogue = catalogue.with(new CollectionInfo(id, name, uuid(rows.getBytes(4)), own));
            }
            return catalogue;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    private static Map<Long, List<IndexInfo>> readIndexes(Sql sql) {
        Map<Long, List<IndexInfo>> indexes = new HashMap<>();
        try (Sql.Lent lent = sql.lend("SELECT id, collection, name, spec, arrays FROM indexes ORDER BY id");
                ResultSet rows = lent.query()) {
            while (rows.next()) {
                Document spec = BsonReader.read(rows.getBytes(4), 0, 8);
                List<IndexField> fields = IndexInfo.fieldsOf((Document) spec.get("key"));
                IndexInfo index = new IndexInfo(
                        rows.getLong(1),
                        rows.getString(3),
                        fields,
                        (Boolean) spec.get("unique"),
                        (Boolean) spec.get("sparse"),
                        rows.getInt(5));
                indexes.computeIfAbsent(rows.getLong(2), key -> new ArrayList<>())
                        .add(index);
            }
            return indexes;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** Makes a collection. */
    public static CollectionInfo addCollection(Sql sql, Namespace name) {
        UUID uuid = UUID.randomUUID();
        sql.update(
                "INSERT INTO collections(db, name, uuid) VALUES(?, ?, ?)",
                name.database(),
                name.collection(),
                bytes(uuid));
        CollectionInfo info = new CollectionInfo(sql.lastRow(), name, uuid, List.of());
        sql.executeOnce("CREATE TABLE " + info.table() + "(r INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,"
                + " doc BLOB NOT NULL)");
        return info;
    }

    /** Removes a collection with its indexes. */
    public static void removeCollection(Sql sql, CollectionInfo info) {
        for (IndexInfo index : info.indexes()) {
            removeIndex(sql, index);
        }
        sql.forgetStatements();
        sql.executeOnce("DROP TABLE " + info.table());
        sql.update("DELETE FROM collections WHERE id=?", info.id());
    }

    /** Gives a collection another name. */
    public static void rename(Sql sql, CollectionInfo info, Namespace name) {
        sql.update("UPDATE collections SET db=?, name=? WHERE id=?", name.database(), name.collection(), info.id());
    }

    /** Makes an index, without entries. */
    public static IndexInfo addIndex(Sql sql, CollectionInfo info, IndexInfo wanted) {
        Document spec = new Document("key", wanted.keyDocument())
                .append("unique", wanted.unique())
                .append("sparse", wanted.sparse());
        sql.update(
                "INSERT INTO indexes(collection, name, spec, arrays) VALUES(?, ?, ?, 0)",
                info.id(),
                wanted.name(),
                BsonWriter.toBytes(spec));
        IndexInfo index =
                new IndexInfo(sql.lastRow(), wanted.name(), wanted.fields(), wanted.unique(), wanted.sparse(), 0);
        String key = index.unique() ? "PRIMARY KEY(k)" : "PRIMARY KEY(k, r)";
        sql.executeOnce(
                "CREATE TABLE " + index.table() + "(k BLOB NOT NULL, r INTEGER NOT NULL, " + key + ") WITHOUT ROWID");
        return index;
    }

    /** Removes an index with its entries. */
    public static void removeIndex(Sql sql, IndexInfo index) {
        sql.forgetStatements();
        sql.executeOnce("DROP TABLE " + index.table());
        sql.update("DELETE FROM indexes WHERE id=?", index.id());
    }

    /** Remembers which fields of the index have held arrays. */
    public static void saveArrayFields(Sql sql, IndexInfo index, int bits) {
        sql.update("UPDATE indexes SET arrays=? WHERE id=?", (long) bits, index.id());
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
