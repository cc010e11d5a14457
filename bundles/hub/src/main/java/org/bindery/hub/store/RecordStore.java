package org.bindery.hub.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads records, and writes many of them as one unit. Safe for use by many threads. */
public interface RecordStore {

    /**
     * Writes as one transaction: all or nothing, and durable when this returns.
     *
     * @param work does the writes; may be run again from the start after a passing conflict, so it must not have other
     *     effects; an exception thrown in it rolls back and is passed on
     * @throws StaleVersionException if a record changed meanwhile
     * @throws DuplicateValueException if a unique value, id or UUID is taken
     * @throws StoreUnavailableException if the store cannot be reached or cannot write in time
     */
    void write(Consumer<RecordWriter> work);

    /**
     * Finds a record by its ids.
     *
     * @param objecttype name of the objecttype
     * @param id id within the objecttype
     * @return the record, or empty
     */
    Optional<StoredRecord> find(String objecttype, long id);

    /**
     * Finds many records of one objecttype.
     *
     * @param objecttype name of the objecttype
     * @param ids ids within the objecttype
     * @return those that exist, in no particular order
     */
    List<StoredRecord> findAll(String objecttype, Collection<Long> ids);

    /**
     * Finds a record over all objecttypes.
     *
     * @param systemObjectId the system object id
     * @return the record, or empty
     */
    Optional<StoredRecord> findBySystemObjectId(long systemObjectId);

    /**
     * Finds a record by its UUID.
     *
     * @param uuid the UUID
     * @return the record, or empty
     */
    Optional<StoredRecord> findByUuid(String uuid);

    /**
     * Finds who holds a unique value.
     *
     * @param objecttype name of the objecttype
     * @param key name of the unique key
     * @param value canonical text of the value
     * @return the holder, or empty
     */
    Optional<UniqueValue> findUnique(String objecttype, String key, String value);

    /**
     * Reads a page of an objecttype in the order of ids.
     *
     * @param objecttype name of the objecttype
     * @param offset how many to skip, from 0
     * @param limit how many at most, from 1
     * @return the records; fewer than {@code limit} only at the end
     */
    List<StoredRecord> list(String objecttype, long offset, int limit);

    /**
     * Counts the records of an objecttype.
     *
     * @param objecttype name of the objecttype
     * @return the count
     */
    long count(String objecttype);

    /**
     * Reads all kept versions of a record.
     *
     * @param systemObjectId the system object id
     * @return the versions, oldest first, without the present one
     */
    List<StoredRecord> history(long systemObjectId);
}
