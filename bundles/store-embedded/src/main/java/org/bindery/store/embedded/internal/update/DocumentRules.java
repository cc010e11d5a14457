package org.bindery.store.embedded.internal.update;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Map;
import org.bindery.store.embedded.internal.bson.BsonWriter;

/** What a document must be like to be saved. */
public final class DocumentRules {

    /** MongoDB's limit of one document. */
    public static final int LARGEST = 16 * 1024 * 1024;

    private final int depthLimit;

    public DocumentRules(int depthLimit) {
        this.depthLimit = depthLimit;
    }

    /** The document as it is saved: with an {@code _id}, which comes first. */
    public Document prepare(Document document) {
        checkDepth(document, depthLimit);
        Object id = document.get("_id");
        if (id == null && !document.containsKey("_id")) {
            id = new ObjectId();
        }
        checkId(id);
        if (document.containsKey("_id") && document.keySet().iterator().next().equals("_id")) {
            return document;
        }
        Document ordered = new Document("_id", id);
        document.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** The document's bytes, if they are not too many. */
    public byte[] encode(Document document) {
        byte[] bson = BsonWriter.toBytes(document);
        if (bson.length > LARGEST) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "object to insert too large. size in bytes: " + bson.length + ", max size: " + LARGEST);
        }
        return bson;
    }

    private static void checkId(Object id) {
        if (id instanceof Collection || id instanceof BsonRegularExpression) {
            throw new MongoServerError(
                    53, "InvalidIdField", "The '_id' value cannot be of type array or regular expression");
        }
        if (id instanceof Document document && document.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            throw new MongoServerError(52, "DollarPrefixedFieldName", "_id fields may not contain '$'-prefixed fields");
        }
    }

    /** Refuses deep nesting before anything follows it. */
    public static void checkDepth(Object value, int left) {
        if (value instanceof Map<?, ?> map) {
            requireDepth(left);
            for (Object inner : map.values()) {
                if (inner instanceof Map || inner instanceof Collection) {
                    checkDepth(inner, left - 1);
                }
            }
        } else if (value instanceof Collection<?> values) {
            requireDepth(left);
            for (Object inner : values) {
                if (inner instanceof Map || inner instanceof Collection) {
                    checkDepth(inner, left - 1);
                }
            }
        }
    }

    private static void requireDepth(int left) {
        if (left <= 0) {
            throw new MongoServerError(15, "Overflow", "the document is nested too deeply for the embedded store");
        }
    }
}
