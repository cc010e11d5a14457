package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.bson.Document;
import org.bindery.store.embedded.internal.bson.BsonReader;

/** One stored document, decoded when somebody looks inside. Used by one thread. */
public final class Row {

    /** Stored documents were checked when they were saved; this only keeps a damaged file from a deep recursion. */
    private static final int DEEPEST = 220;

    /** The place of a document that is not in the file yet. */
    public static final long NOWHERE = -1;

    private final long place;
    private final byte[] bson;
    private Document document;

    public Row(long place, byte[] bson) {
        this.place = place;
        this.bson = bson;
    }

    /** The rowid, or {@link #NOWHERE}. */
    public long place() {
        return place;
    }

    public byte[] bson() {
        return bson;
    }

    /** The decoded document; whoever changes it owns this row. */
    public Document document() {
        if (document == null) {
            document = BsonReader.read(bson, 0, DEEPEST);
        }
        return document;
    }

    /** A fresh copy that may be changed freely. */
    public Document copy() {
        return BsonReader.read(bson, 0, DEEPEST);
    }

    /** The same row without its decoded form, for keeping many of them. */
    public Row packed() {
        return document == null ? this : new Row(place, bson);
    }
}
