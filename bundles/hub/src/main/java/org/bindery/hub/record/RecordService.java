package org.bindery.hub.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.bindery.hub.access.Session;

/**
 * Saves, reads, lists and deletes records. All methods refuse with {@link org.bindery.api.error.ApiException}: 400
 * {@code UnknownObjecttype}, {@code UnknownField}, {@code SchemaInconsistent}, {@code VersionMismatch},
 * {@code DatabaseUniqueKeyViolation} and so on (fylr-spec 13.1); 503 {@code StoreUnavailable}. Safe for use by many
 * threads.
 */
public interface RecordService {

    /**
     * Saves objects of one objecttype as one unit, after running the pre-save steps over them.
     *
     * @param session who saves
     * @param objecttype name of the objecttype
     * @param objects the objects in wire shape (fylr-spec 6.2, 6.3); an array; not changed
     * @param options how to save
     * @return the stored objects in wire shape, in the order of the request
     */
    ArrayNode save(Session session, String objecttype, ArrayNode objects, SaveOptions options);

    /**
     * Reads one object.
     *
     * @param session who reads
     * @param objecttype name of the objecttype
     * @param mask name of the mask, or {@code _all_fields}
     * @param id id within the objecttype
     * @param format shape of the answer
     * @return the object in wire shape, or empty
     */
    Optional<ObjectNode> find(Session session, String objecttype, String mask, long id, Format format);

    /**
     * Reads a page of an objecttype in the order of ids.
     *
     * @param session who reads
     * @param objecttype name of the objecttype
     * @param mask name of the mask, or {@code _all_fields}
     * @param page which part
     * @param format shape of the answer
     * @return the objects in wire shape; may be fewer than the limit; empty at the end
     */
    ArrayNode list(Session session, String objecttype, String mask, Page page, Format format);

    /**
     * Deletes objects as one unit.
     *
     * @param session who deletes
     * @param objecttype name of the objecttype
     * @param items what to delete
     * @return the system object ids of the deleted objects
     */
    List<Long> delete(Session session, String objecttype, List<Deletion> items);

    /**
     * Which part of a list.
     *
     * @param offset how many to skip, from 0
     * @param limit how many at most, 1 to 1000
     */
    record Page(long offset, int limit) {}

    /**
     * One object to delete (fylr-spec 13.1).
     *
     * @param id id within the objecttype
     * @param version the version that must be stored now
     * @param comment why; null if not said
     */
    record Deletion(long id, long version, String comment) {}
}
