package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.hub.internal.schema.Column;

/**
 * What the hub keeps in a stored record. Treat the JSON as read-only.
 *
 * @param fields values by {@link Column#storedKey()}; no key means no value; values of removed columns stay in it
 * @param comment comment on this version
 * @param tags the tags in wire shape
 * @param pool the pool in wire shape, or JSON null
 * @param created who made the object, and owns it
 * @param modified who made this version
 */
record RecordContent(ObjectNode fields, String comment, ArrayNode tags, JsonNode pool, Stamp created, Stamp modified) {

    static RecordContent empty(Stamp created) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return new RecordContent(json.objectNode(), "", json.arrayNode(), NullNode.instance, created, created);
    }

    /** The value of a column; JSON null if there is none. */
    JsonNode value(Column column) {
        JsonNode value = fields.get(column.storedKey());
        return value == null ? NullNode.instance : value;
    }

    /** This content with what was posted; what was not posted stays, but for the comment, which is of one version. */
    RecordContent with(PostedObject posted, Stamp stamp) {
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        next.setAll(fields);
        posted.fields().forEach((column, value) -> {
            if (value.isNull()) {
                next.remove(column.storedKey());
            } else {
                next.set(column.storedKey(), value);
            }
        });
        return new RecordContent(
                next,
                posted.comment(),
                posted.tags().orElse(tags),
                posted.pool().orElse(pool),
                created,
                stamp);
    }

    /** This content as the last version of a deleted object. */
    RecordContent deleted(String why, Stamp stamp) {
        return new RecordContent(fields, why, tags, pool, created, stamp);
    }

    static RecordContent read(ObjectNode json) {
        return new RecordContent(
                (ObjectNode) json.get("fields"),
                json.path("comment").asText(),
                json.withArray("tags"),
                json.has("pool") ? json.get("pool") : NullNode.instance,
                stamp(json.path("created")),
                stamp(json.path("modified")));
    }

    ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("fields", fields);
        json.put("comment", comment).set("tags", tags);
        json.set("pool", pool);
        json.putObject("created").put("user", created.userId()).put("at", created.at());
        json.putObject("modified").put("user", modified.userId()).put("at", modified.at());
        return json;
    }

    private static Stamp stamp(JsonNode json) {
        return new Stamp(json.path("user").asLong(), json.path("at").asText());
    }
}
