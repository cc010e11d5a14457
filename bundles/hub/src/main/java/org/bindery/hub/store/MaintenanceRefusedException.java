package org.bindery.hub.store;

/** A backup or check cannot be done now, or not by Bindery. The store itself is not affected. */
public final class MaintenanceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message why, and what to do, one sentence
     * @param cause what led to it, or null
     */
    public MaintenanceRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
