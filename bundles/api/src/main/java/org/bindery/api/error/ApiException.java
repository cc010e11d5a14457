package org.bindery.api.error;

import java.util.Objects;

/**
 * Refuses a request with an {@link ApiError}. Thrown by a hook, it rolls the whole request back and reaches the client
 * verbatim (fylr-spec 6.6).
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The error document; serialised forms of this exception do not carry it. */
    private final transient ApiError error;

    /**
     * Makes an exception for an error.
     *
     * @param error the error document; not null
     */
    public ApiException(ApiError error) {
        this(error, null);
    }

    /**
     * Makes an exception for an error that has a cause.
     *
     * @param error the error document; not null
     * @param cause what led to it, for the log only; may be null
     */
    public ApiException(ApiError error, Throwable cause) {
        super(Objects.requireNonNull(error, "error").code() + ": " + error.error(), cause);
        this.error = error;
    }

    /**
     * Returns the error document.
     *
     * @return the error; never null
     */
    public ApiError error() {
        return error;
    }
}
