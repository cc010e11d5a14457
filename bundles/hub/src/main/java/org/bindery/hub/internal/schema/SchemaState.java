package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A version of the data model as it is stored.
 *
 * @param documentVersion version of the document in the store; 0 if it is not stored
 * @param wire the data model in wire shape
 * @param removed types of columns that were removed so far, by column id; their values are still stored
 */
record SchemaState(long documentVersion, ObjectNode wire, Map<Long, ColumnType> removed) {

    private static final String SCHEMA = "schema";
    private static final String REMOVED = "removed_columns";

    static SchemaState ofDocument(long documentVersion, ObjectNode document) {
        Map<Long, ColumnType> removed = new HashMap<>();
        document.path(REMOVED)
                .properties()
                .forEach(entry -> ColumnType.ofWireName(entry.getValue().asText())
                        .ifPresent(type -> removed.put(Long.valueOf(entry.getKey()), type)));
        return new SchemaState(documentVersion, (ObjectNode) document.get(SCHEMA), removed);
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set(SCHEMA, wire);
        ObjectNode types = document.putObject(REMOVED);
        removed.forEach((id, type) -> types.put(Long.toString(id), type.wireName()));
        return document;
    }

    /** What is removed once a new data model follows this one. */
    Map<Long, ColumnType> removedAfter(ObjectNode next) {
        Set<Long> present = new HashSet<>(columnTypes(next).keySet());
        Map<Long, ColumnType> result = new HashMap<>(removed);
        result.putAll(columnTypes(wire));
        result.keySet().removeAll(present);
        return result;
    }

    private static Map<Long, ColumnType> columnTypes(ObjectNode schema) {
        Map<Long, ColumnType> types = new HashMap<>();
        for (ObjectNode table : Wire.tables(schema)) {
            for (ObjectNode column : Wire.columns(table)) {
                ColumnType.ofWireName(column.path("type").asText())
                        .ifPresent(type -> types.put(Wire.id(column, IdAssignment.COLUMN_ID), type));
            }
        }
        return types;
    }
}
