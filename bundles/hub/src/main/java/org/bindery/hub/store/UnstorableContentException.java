package org.bindery.hub.store;

/** Content the store cannot keep: too deep or too long. Nothing was written; the content has to change. */
public final class UnstorableContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong with the content, one sentence
     * @param cause what led to it, or null
     */
    public UnstorableContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
