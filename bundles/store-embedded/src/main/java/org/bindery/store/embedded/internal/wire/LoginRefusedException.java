package org.bindery.store.embedded.internal.wire;

/** A login that failed. The reason is for our own log: the client learns only that it failed. */
final class LoginRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginRefusedException(String reason) {
        super(reason);
    }
}
