package org.bindery.hub.store;

/** A record is not at the version the writer expected. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String objecttype;
    private final long id;
    private final long currentVersion;

    /**
     * Makes the exception.
     *
     * @param objecttype name of the objecttype
     * @param id id within the objecttype
     * @param currentVersion the version that is stored, or 0 if the record is gone
     */
    public StaleVersionException(String objecttype, long id, long currentVersion) {
        super(objecttype + " " + id + " is at version " + currentVersion);
        this.objecttype = objecttype;
        this.id = id;
        this.currentVersion = currentVersion;
    }

    /** @return name of the objecttype */
    public String objecttype() {
        return objecttype;
    }

    /** @return id within the objecttype */
    public long id() {
        return id;
    }

    /** @return the version that is stored, or 0 if the record is gone */
    public long currentVersion() {
        return currentVersion;
    }
}
