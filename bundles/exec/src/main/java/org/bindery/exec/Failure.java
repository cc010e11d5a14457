package org.bindery.exec;

import java.util.Objects;

/**
 * Why a call failed, in words. Immutable.
 *
 * @param kind the kind, for deciding; never null
 * @param cause what happened, naming the caller and the program, without output of the program; never null
 * @param remedy what to do about it; never null
 */
public record Failure(Kind kind, String cause, String remedy) {

    /** Kinds of failures. */
    public enum Kind {
        /** The service is not configured or its start-up check failed. */
        SERVICE_MISSING,
        /** No place in the waiting group became free in time. */
        BUSY,
        /** Calls stand in calls too deeply. */
        TOO_DEEP,
        /** A program or an argument cannot be passed to the platform as it is. */
        BAD_COMMAND,
        /** The input could not be read. */
        INPUT,
        /** The platform could not start the program. */
        NOT_STARTED,
        /** A program ended with an exit code other than 0. */
        EXIT_CODE,
        /** The programs took too long and were killed. */
        TIMEOUT,
        /** The result was longer than allowed and the programs were killed. */
        OUTPUT_TOO_LONG,
        /** The result could not be handed on, for example as the client has gone; the programs were killed. */
        NOT_DELIVERED,
        /** The calling thread was interrupted and the programs were killed. */
        INTERRUPTED,
        /** The runner was stopped and the programs were killed. */
        STOPPED
    }

    /**
     * Checks for missing parts.
     *
     * @throws NullPointerException if a part is null
     */
    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(remedy, "remedy");
    }
}
