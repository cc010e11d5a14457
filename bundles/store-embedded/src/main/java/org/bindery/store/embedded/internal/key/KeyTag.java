package org.bindery.store.embedded.internal.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.bindery.store.embedded.internal.bson.TypedBinary;
import org.bindery.store.embedded.internal.bson.Undefined;

/** The first byte of an encoded value: its type's place in MongoDB's comparison order. The numbers are on disk. */
public final class KeyTag {

    /** Closes a document or array; smaller than every tag. */
    public static final int END = 0;

    public static final int MIN_KEY = 1;
    /** What an empty array puts into an index. */
    public static final int EMPTY_ARRAY = 2;

    public static final int UNDEFINED = 3;
    public static final int NULL = 5;
    public static final int NUMBER = 10;
    public static final int STRING = 15;
    public static final int DOCUMENT = 20;
    public static final int ARRAY = 25;
    public static final int BINARY = 30;
    public static final int OBJECT_ID = 35;
    public static final int BOOLEAN = 40;
    public static final int DATE = 45;
    public static final int TIMESTAMP = 47;
    public static final int REGEX = 50;
    public static final int SCRIPT = 55;
    public static final int MAX_KEY = 127;

    private KeyTag() {}

    /** The tag of this value. */
    public static int of(Object value) {
        if (value == null || value instanceof Missing) {
            return NULL;
        }
        if (value instanceof String) {
            return STRING;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof Map) {
            return DOCUMENT;
        }
        if (value instanceof Collection) {
            return ARRAY;
        }
        return ofScalar(value);
    }

    private static int ofScalar(Object value) {
        if (value instanceof ObjectId) {
            return OBJECT_ID;
        }
        if (value instanceof Instant) {
            return DATE;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof UUID
                || value instanceof BinData
                || value instanceof TypedBinary
                || value instanceof LegacyUUID) {
            return BINARY;
        }
        if (value instanceof BsonTimestamp) {
            return TIMESTAMP;
        }
        if (value instanceof BsonRegularExpression) {
            return REGEX;
        }
        if (value instanceof EmptyArray) {
            return EMPTY_ARRAY;
        }
        return ofRare(value);
    }

    private static int ofRare(Object value) {
        if (value instanceof MinKey) {
            return MIN_KEY;
        }
        if (value instanceof Undefined) {
            return UNDEFINED;
        }
        if (value instanceof MaxKey) {
            return MAX_KEY;
        }
        if (value instanceof BsonJavaScript) {
            return SCRIPT;
        }
        throw new IllegalArgumentException("no order for " + value.getClass().getName());
    }
}
