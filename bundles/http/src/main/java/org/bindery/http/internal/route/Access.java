package org.bindery.http.internal.route;

/** Who may call a route. */
public enum Access {
    /** Anybody, also without a token. */
    ANONYMOUS,
    /** Any user with a valid token. */
    USER,
    /** Users with the right {@code system.root}. */
    ROOT
}
