package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.stream.Stream;

/**
 * A collection of at most one document that is not stored anywhere. It lends us the query layer's update operators
 * and projections: the document goes in, the changed one comes out.
 */
final class OneDocumentCollection extends AbstractMongoCollection<Object> {

    private static final Object HERE = "here";

    private final Document current;
    private Document changed;

    OneDocumentCollection(MongoDatabase database, String name, Document current) {
        super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
        this.current = current;
    }

    /** Applies an update; answers the document afterwards. */
    Document update(Document selector, Document update, List<?> arrayFilters) {
        return run(command(selector, update, arrayFilters));
    }

    /** Makes the document an upsert inserts. */
    Document upsert(Document selector, Document update, List<?> arrayFilters) {
        return run(command(selector, update, arrayFilters).append("upsert", true));
    }

    private static Document command(Document selector, Document update, List<?> arrayFilters) {
        Document command = new Document("query", selector).append("update", update);
        if (!arrayFilters.isEmpty()) {
            command.append("arrayFilters", arrayFilters);
        }
        return command;
    }

    private Document run(Document command) {
        try {
            findAndModify(command);
        } catch (FindAndModifyPlanExecutorError e) {
            MongoServerError cause = e.getCause();
            throw cause;
        }
        return changed == null ? current : changed;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return new QueryResult(current == null ? List.of() : List.of(current));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        changed = document;
        return HERE;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        changed = newDocument;
    }

    @Override
    protected Object findDocumentPosition(Document document) {
        return HERE;
    }

    @Override
    protected Document getDocument(Object position) {
        return current;
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("sizes are not tracked");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected void removeDocument(Object position) {
        throw new UnsupportedOperationException("nothing is removed here");
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return Stream.empty();
    }

    @Override
    public int count() {
        return current == null ? 0 : 1;
    }
}
