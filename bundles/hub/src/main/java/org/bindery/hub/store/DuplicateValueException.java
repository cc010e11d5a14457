package org.bindery.hub.store;

/** A value that must be unique is held by another record. */
public final class DuplicateValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String objecttype;
    private final String key;
    private final String value;

    /**
     * Makes the exception.
     *
     * @param objecttype name of the objecttype; empty if unknown
     * @param key name of the unique key, or {@code _id}, {@code _uuid}
     * @param value the value that is taken
     */
    public DuplicateValueException(String objecttype, String key, String value) {
        super(objecttype + "." + key + " = " + value + " is taken");
        this.objecttype = objecttype;
        this.key = key;
        this.value = value;
    }

    /** @return name of the objecttype; empty if unknown */
    public String objecttype() {
        return objecttype;
    }

    /** @return name of the unique key */
    public String key() {
        return key;
    }

    /** @return the value that is taken */
    public String value() {
        return value;
    }
}
