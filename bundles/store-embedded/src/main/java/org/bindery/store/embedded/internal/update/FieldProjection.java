package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** Shows only some fields of documents. */
public final class FieldProjection implements UnaryOperator<Document> {

    private final MongoDatabase database;
    private final Document fields;

    private FieldProjection(MongoDatabase database, Document fields) {
        this.database = database;
        this.fields = fields;
    }

    /** The projection, or null if whole documents are wanted. */
    public static UnaryOperator<Document> of(MongoDatabase database, Document fields) {
        if (fields.isEmpty()) {
            return null;
        }
        fields.forEach(FieldProjection::check);
        return new FieldProjection(database, fields);
    }

    /** Expressions in a projection would be taken for a plain yes; they belong into an aggregation. */
    private static void check(String field, Object value) {
        boolean operator = value instanceof Document document
                && (document.containsKey("$slice") || document.containsKey("$elemMatch"));
        boolean literal = value instanceof String || value instanceof Collection || value instanceof Document;
        if (literal && !operator) {
            throw new MongoServerError(
                    115,
                    "CommandNotSupported",
                    "the embedded store supports no expressions in a projection ('" + field
                            + "'); use $project in an aggregation");
        }
    }

    @Override
    public Document apply(Document document) {
        return new OneDocumentCollection(database, "projection", document).project(fields);
    }
}
