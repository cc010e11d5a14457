package org.bindery.store.embedded.internal.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.stream.Collectors;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexField;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;

/** A value that a unique index has already. */
public final class DuplicateKey extends MongoServerError {

    private static final long serialVersionUID = 1L;
    private static final int CODE = 11000;
    private static final int SHOWN = 200;

    private DuplicateKey(String message) {
        super(CODE, "DuplicateKey", message);
    }

    /** The {@code _id} is taken. */
    public static DuplicateKey id(CollectionInfo collection, Object id) {
        return new DuplicateKey("E11000 duplicate key error collection: " + collection.name() + " index: "
                + CollectionInfo.ID_INDEX + " dup key: { _id: " + show(id) + " }");
    }

    /** A key of this document is taken in the index. */
    public static DuplicateKey of(CollectionInfo collection, IndexInfo index, Document document) {
        List<IndexField> fields = index.fields();
        String key = fields.stream()
                .map(field -> field.path() + ": " + show(at(document, field)))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return new DuplicateKey("E11000 duplicate key error collection: " + collection.name() + " index: "
                + index.name() + " dup key: " + key);
    }

    private static Object at(Document document, IndexField field) {
        Object value = document;
        for (String step : field.steps()) {
            value = value instanceof Document inner ? inner.get(step) : null;
        }
        return value;
    }

    private static String show(Object value) {
        String text = Json.toCompactJsonValue(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
