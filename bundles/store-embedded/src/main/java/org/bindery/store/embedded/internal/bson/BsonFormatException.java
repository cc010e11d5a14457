package org.bindery.store.embedded.internal.bson;

/** Bytes that are no acceptable BSON: broken, too deep, or of a type that is not supported. */
public final class BsonFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BsonFormatException(String message) {
        super(message);
    }
}
