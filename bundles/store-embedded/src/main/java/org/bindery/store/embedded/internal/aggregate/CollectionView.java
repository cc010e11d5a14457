package org.bindery.store.embedded.internal.aggregate;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.update.DocumentUpdate;
import org.bindery.store.embedded.internal.work.WritableCollection;

/** A collection as the query layer's stages see it during one command: lookups use our indexes, output our writer. */
final class CollectionView implements MongoCollection<Object> {

    private final DatabaseView database;
    private final Namespace name;

    CollectionView(DatabaseView database, Namespace name) {
        this.database = database;
        this.name = name;
    }

    private CollectionInfo info() {
        return database.workspace().collection(name).orElseThrow();
    }

    @Override
    public UUID getUuid() {
        return info().uuid();
    }

    @Override
    public MongoDatabase getDatabase() {
        return database;
    }

    @Override
    public String getCollectionName() {
        return name.collection();
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        List<Document> documents = new ArrayList<>();
        try (Rows rows = database.workspace().find(info(), Find.all(selector).limited(parameters.getLimit()))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                documents.add(row.document());
            }
        }
        return new QueryResult(documents);
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return stream(database.track(database.workspace().find(info(), Find.all(new Document()))));
    }

    /** Reads rows as they are asked for. */
    static Stream<Document> stream(Rows rows) {
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Document> action) {
                        Row row = rows.next();
                        if (row == null) {
                            rows.close();
                            return false;
                        }
                        action.accept(row.document());
                        return true;
                    }
                },
                false);
    }

    @Override
    public void addDocument(Document document) {
        WritableCollection collection = database.workspace().forWriting(name);
        Document prepared = database.rules().prepare(document);
        collection.insert(prepared, database.rules().encode(prepared));
    }

    /** Used by {@code $merge}, always with a selector for one document and a whole new document. */
    @Override
    public Document findAndModify(Document command) {
        Document selector = (Document) command.get("query");
        Document replacement = (Document) command.get("update");
        WritableCollection collection = database.workspace().forWriting(name);
        collection.visit(Find.all(selector).limited(1), row -> {
            Document after =
                    new DocumentUpdate(database, name.collection(), selector, replacement, List.of()).apply(row.copy());
            Document prepared = database.rules().prepare(after);
            collection.replace(row, prepared, database.rules().encode(prepared));
        });
        return new Document("ok", 1.0);
    }

    @Override
    public List<Index<Object>> getIndexes() {
        List<Index<Object>> indexes = new ArrayList<>();
        indexes.add(new SeenIndex(CollectionInfo.ID_INDEX, List.of(new IndexKey("_id", true)), true));
        for (IndexInfo index : info().indexes()) {
            List<IndexKey> keys = index.fields().stream()
                    .map(field -> new IndexKey(field.path(), !field.descending()))
                    .toList();
            indexes.add(new SeenIndex(index.name(), keys, index.unique()));
        }
        return indexes;
    }

    /** An index of which only the definition matters. */
    private static final class SeenIndex extends EmptyIndex<Object> {

        private final boolean unique;

        SeenIndex(String name, List<IndexKey> keys, boolean unique) {
            super(name, keys);
            this.unique = unique;
        }

        @Override
        public boolean isUnique() {
            return unique;
        }
    }

    @Override
    public int count() {
        return Math.toIntExact(database.workspace().count(info()));
    }

    @Override
    public int count(Document query, int skip, int limit) {
        throw unsupported();
    }

    @Override
    public void addIndex(Index<Object> index) {
        throw unsupported();
    }

    @Override
    public void dropIndex(String indexName) {
        throw unsupported();
    }

    @Override
    public void removeDocument(Document document) {
        throw unsupported();
    }

    @Override
    public List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        throw unsupported();
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        throw unsupported();
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        throw unsupported();
    }

    @Override
    public Document handleDistinct(Document query) {
        throw unsupported();
    }

    @Override
    public Document getStats() {
        throw unsupported();
    }

    @Override
    public Document validate() {
        throw unsupported();
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        throw unsupported();
    }

    @Override
    public void drop() {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("no aggregation stage asks for this");
    }
}
