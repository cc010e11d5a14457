package org.bindery.store.embedded;

import java.io.IOException;

/** The store in a folder cannot be opened, saved or restored; the message says why and what to do. */
public final class StoreUnusableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The kind of trouble. */
    public enum Reason {
        /** Another process, or another store of this process, uses the folder. */
        IN_USE,
        /** The file is damaged; a backup has to be restored. */
        DAMAGED,
        /** The file is no store, or of a version that this program does not know. */
        WRONG_FORMAT,
        /** The folder or the disk below cannot be used. */
        FOLDER
    }

    private final Reason reason;

    public StoreUnusableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public StoreUnusableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The kind of trouble. */
    public Reason reason() {
        return reason;
    }
}
