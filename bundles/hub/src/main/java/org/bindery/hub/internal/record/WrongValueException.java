package org.bindery.hub.internal.record;

/** A value is not what its column's type asks for. */
final class WrongValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String at;

    /**
     * @param at what to add to the field's path, for example {@code .value}; may be empty
     * @param message what is wrong, for people
     */
    WrongValueException(String at, String message) {
        super(message);
        this.at = at;
    }

    WrongValueException(String message) {
        this("", message);
    }

    String at() {
        return at;
    }
}
