package org.bindery.hub.store;

/** The store cannot be reached, is full or read-only, or did not answer in time. Nothing was written. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do, one sentence
     * @param cause what led to it
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
