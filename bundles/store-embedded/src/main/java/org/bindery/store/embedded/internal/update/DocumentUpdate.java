package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.List;
import org.bindery.store.embedded.internal.key.KeyWriter;

/** One update of one statement: operators, a whole new document, or a pipeline. */
public final class DocumentUpdate {

    private static final int FAILED_TO_PARSE = 9;

    private enum Form {
        OPERATORS,
        REPLACEMENT,
        PIPELINE
    }

    private final MongoDatabase database;
    private final String collection;
    private final Document selector;
    private final Object update;
    private final List<?> arrayFilters;
    private final Form form;

    public DocumentUpdate(
            MongoDatabase database, String collection, Document selector, Object update, List<?> arrayFilters) {
        this.database = database;
        this.collection = collection;
        this.selector = selector;
        this.arrayFilters = arrayFilters;
        this.form = form(update);
        this.update = form == Form.OPERATORS ? UpdateOperators.checked((Document) update) : update;
    }

    private static Form form(Object update) {
        if (update instanceof List) {
            return Form.PIPELINE;
        }
        if (!(update instanceof Document document)) {
            throw new MongoServerError(
                    FAILED_TO_PARSE, "FailedToParse", "Update argument must be either an object or an array");
        }
        long operators =
                document.keySet().stream().filter(key -> key.startsWith("$")).count();
        if (operators == 0) {
            return Form.REPLACEMENT;
        }
        if (operators < document.size()) {
            throw new MongoServerError(
                    FAILED_TO_PARSE, "FailedToParse", "an update holds either operators or fields, not both");
        }
        document.forEach(DocumentUpdate::requireObject);
        return Form.OPERATORS;
    }

    private static void requireObject(String operator, Object value) {
        if (!(value instanceof Document)) {
            throw new MongoServerError(
                    FAILED_TO_PARSE,
                    "FailedToParse",
                    "Modifiers operate on fields but we found another type for '" + operator + "'");
        }
    }

    public boolean isReplacement() {
        return form == Form.REPLACEMENT;
    }

    /** The document after the update; the given one may be changed on the way. */
    public Document apply(Document current) {
        Object id = current.get("_id");
        if (form == Form.OPERATORS) {
            UpdateOperators.requireRange(current, (Document) update);
        }
        Document after = switch (form) {
            case OPERATORS ->
                new OneDocumentCollection(database, collection, current)
                        .update(selector, (Document) update, arrayFilters);
            case REPLACEMENT -> replacement(id);
            case PIPELINE -> PipelineUpdate.apply(current, (List<?>) update, database);
        };
        return withSameId(after, id);
    }

    /** The document this update inserts when nothing matches. */
    public Document upsert() {
        if (form != Form.PIPELINE) {
            return new OneDocumentCollection(database, collection, null)
                    .upsert(selector, (Document) update, arrayFilters);
        }
        Document seed = new OneDocumentCollection(database, collection, null)
                .upsert(selector, new Document("$setOnInsert", new Document()), List.of());
        return withSameId(PipelineUpdate.apply(seed, (List<?>) update, database), seed.get("_id"));
    }

    private Document replacement(Object id) {
        Document fields = (Document) update;
        Document after = new Document("_id", fields.getOrDefault("_id", id));
        fields.forEach(after::put);
        return after;
    }

    private static Document withSameId(Document after, Object id) {
        if (!after.containsKey("_id")) {
            Document complete = new Document("_id", id);
            complete.putAll(after);
            return complete;
        }
        if (!Arrays.equals(KeyWriter.key(after.get("_id")), KeyWriter.key(id))) {
            throw new MongoServerError(
                    66,
                    "ImmutableField",
                    "After applying the update, the (immutable) field '_id' was found to have been altered");
        }
        return after;
    }
}
