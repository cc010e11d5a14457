package org.bindery.exec.internal;

import java.io.IOException;

/** A program writes more than it may. */
final class OutputTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    OutputTooLongException(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
