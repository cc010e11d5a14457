package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Mask;

/**
 * An object as a client or a plugin sent it, checked against the data model.
 *
 * @param index its index in the request
 * @param target which object is meant
 * @param mask the mask it came with
 * @param version the version it shall get
 * @param autoIncrement whether any version is fine
 * @param fields values of the columns that were sent and that the mask shows; JSON null clears
 * @param comment comment on the version
 * @param tags the tags, if they were sent
 * @param pool the pool, if it was sent; JSON null clears
 */
record PostedObject(
        int index,
        Target target,
        Mask mask,
        OptionalLong version,
        boolean autoIncrement,
        Map<Column, JsonNode> fields,
        String comment,
        Optional<ArrayNode> tags,
        Optional<JsonNode> pool) {

    /** The same for another target. */
    PostedObject meaning(Target other) {
        return new PostedObject(index, other, mask, version, autoIncrement, fields, comment, tags, pool);
    }
}
