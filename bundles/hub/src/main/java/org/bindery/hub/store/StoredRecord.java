package org.bindery.hub.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A record as it is kept: the keys the store needs, and the content that only the hub understands.
 *
 * @param systemObjectId id over all objecttypes, from sequence {@code system_object_id}; greater than 0
 * @param objecttype name of the objecttype; never null
 * @param id id within the objecttype; greater than 0
 * @param version version of the record, from 1
 * @param uuid the record's UUID; unique over all records; never null
 * @param content everything else as JSON; never null; kept without loss (long, double, decimal, null, any key)
 */
public record StoredRecord(
        long systemObjectId, String objecttype, long id, long version, String uuid, ObjectNode content) {

    /** Checks for nulls. */
    public StoredRecord {
        Objects.requireNonNull(objecttype, "objecttype");
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(content, "content");
    }
}
