package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the wire shape of the data model without tripping over what is malformed; the checks report that. */
final class Wire {

    private Wire() {}

    static ObjectNode emptySchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "user").put("version", 0).put("based_on_base_version", 1);
        schema.put("max_table_id", 0).put("max_column_id", 0).putArray("tables");
        return schema;
    }

    static ObjectNode emptyMasks() {
        ObjectNode masks = JsonNodeFactory.instance.objectNode();
        masks.put("type", "user").put("version", 0).put("max_mask_id", 0).putArray("masks");
        return masks;
    }

    static List<ObjectNode> tables(ObjectNode schema) {
        return objects(schema.path("tables"));
    }

    static List<ObjectNode> columns(ObjectNode table) {
        return objects(table.path("columns"));
    }

    static List<ObjectNode> masks(ObjectNode masks) {
        return objects(masks.path("masks"));
    }

    static List<ObjectNode> objects(JsonNode array) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode item : array) {
            if (item instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }

    static String name(JsonNode item) {
        return item.path("name").asText();
    }

    /** The id under a key; 0 if there is none. */
    static long id(JsonNode item, String key) {
        return item.path(key).asLong(0);
    }
}
