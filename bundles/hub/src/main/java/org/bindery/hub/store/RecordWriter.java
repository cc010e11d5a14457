package org.bindery.hub.store;

/** The writes of one transaction; valid only inside {@link RecordStore#write}. Used by one thread. */
public interface RecordWriter {

    /**
     * Adds a new record.
     *
     * @param record the record
     * @throws DuplicateValueException if its ids or UUID exist already
     */
    void insert(StoredRecord record);

    /**
     * Replaces a record, and keeps the old state in the history.
     *
     * @param record the new state; its version must be the expected one plus 1
     * @param expectedVersion the version that must be stored now
     * @throws StaleVersionException if another version is stored, or none
     */
    void update(StoredRecord record, long expectedVersion);

    /**
     * Removes a record and its unique values; its last state goes into the history, which stays.
     *
     * @param objecttype name of the objecttype
     * @param id id within the objecttype
     * @param expectedVersion the version that must be stored now
     * @throws StaleVersionException if another version is stored, or none
     */
    void delete(String objecttype, long id, long expectedVersion);

    /**
     * Takes a unique value. Taking a value the same record holds already does nothing.
     *
     * @param value the value
     * @throws DuplicateValueException if another record holds it
     */
    void claim(UniqueValue value);

    /**
     * Gives a unique value back. Does nothing if the record does not hold it.
     *
     * @param value the value
     */
    void release(UniqueValue value);
}
