package org.bindery.exec;

import java.util.Objects;

/**
 * How the answer of a program is read. Immutable.
 *
 * @param statusHeader the request header by which a program that posts its result to {@code %_output.url%} sets the
 *     status; never null
 * @param errorStatus status of an API error that names none, 400 to 599
 */
public record ResponseRules(String statusHeader, int errorStatus) {

    /** Header {@code x-response-status} and status 400. */
    public static final ResponseRules DEFAULT = new ResponseRules("x-response-status", 400);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the status is no error status
     */
    public ResponseRules {
        Objects.requireNonNull(statusHeader, "statusHeader");
        if (errorStatus < 400 || errorStatus > 599) {
            throw new IllegalArgumentException(errorStatus + " is no error status");
        }
    }
}
