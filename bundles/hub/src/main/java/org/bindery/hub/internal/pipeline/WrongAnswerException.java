package org.bindery.hub.internal.pipeline;

import java.util.OptionalInt;

/** A step answered something that cannot be taken over. Carries what the attribution needs. */
final class WrongAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Index of the object, or -1. */
    private final int object;

    private final String remedy;

    WrongAnswerException(int object, String cause, String remedy) {
        super(cause);
        this.object = object;
        this.remedy = remedy;
    }

    OptionalInt object() {
        return object < 0 ? OptionalInt.empty() : OptionalInt.of(object);
    }

    String remedy() {
        return remedy;
    }
}
