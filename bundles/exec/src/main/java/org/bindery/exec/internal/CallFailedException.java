package org.bindery.exec.internal;

import org.bindery.exec.Failure;

/** Ends a call with a failure that is already told in words. */
final class CallFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    CallFailedException(Failure failure) {
        this(failure, null);
    }

    CallFailedException(Failure failure, Throwable cause) {
        super(failure.cause(), cause);
        this.failure = failure;
    }

    CallFailedException(Failure.Kind kind, String cause, String remedy) {
        this(new Failure(kind, cause, remedy));
    }

    Failure failure() {
        return failure;
    }
}
