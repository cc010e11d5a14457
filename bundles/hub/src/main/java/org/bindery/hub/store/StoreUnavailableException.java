package org.bindery.hub.store;

/**
 * The store cannot be reached, is full or read-only, or did not answer in time. Nothing was written, unless
 * {@link #isOutcomeUnknown()} says otherwise.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    /**
     * Makes the exception for an operation that wrote nothing.
     *
     * @param message what happened and what to do, one sentence
     * @param cause what led to it
     */
    public StoreUnavailableException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreUnavailableException(String message, Throwable cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Makes the exception for a store that went away while it committed.
     *
     * @param cause what led to it
     * @return the exception
     */
    public static StoreUnavailableException whileCommitting(Throwable cause) {
        return new StoreUnavailableException("The store went away while it committed.", cause, true);
    }

    /** @return whether the writes may be stored all the same: all of them or none */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
