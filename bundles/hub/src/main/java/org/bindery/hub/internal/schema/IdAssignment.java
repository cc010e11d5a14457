package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives ids to the objecttypes and columns of a draft that have none: the id of the same name before, so that a data
 * model can be sent again without ids, else a new one. Ids of removed columns are never given again, because values may
 * still be stored under them.
 */
final class IdAssignment {

    static final String TABLE_ID = "table_id";
    static final String COLUMN_ID = "column_id";
    private static final String MAX_TABLE_ID = "max_table_id";
    private static final String MAX_COLUMN_ID = "max_column_id";

    private final List<ObjectNode> before;
    private final SchemaProblems problems;
    private long lastTable;
    private long lastColumn;

    /** @param before the data models to look for known names in, the most binding first */
    IdAssignment(List<ObjectNode> before, SchemaProblems problems) {
        this.before = List.copyOf(before);
        this.problems = problems;
    }

    /** Fills ids into the draft, which is changed. */
    void assign(ObjectNode draft) {
        List<ObjectNode> tables = Wire.tables(draft);
        lastTable = Math.max(highest(before, MAX_TABLE_ID), highest(tables, TABLE_ID));
        lastColumn = highest(before, MAX_COLUMN_ID);
        for (ObjectNode table : tables) {
            lastColumn = Math.max(lastColumn, highest(Wire.columns(table), COLUMN_ID));
        }
        Set<Long> takenTables = taken(tables, TABLE_ID, "tables");
        Set<Long> takenColumns = new HashSet<>();
        for (ObjectNode table : tables) {
            takenColumns.addAll(taken(Wire.columns(table), COLUMN_ID, "tables." + Wire.name(table) + ".columns"));
        }
        for (ObjectNode table : tables) {
            assignTable(table, takenTables, takenColumns);
        }
        draft.put(MAX_TABLE_ID, lastTable).put(MAX_COLUMN_ID, lastColumn);
        reportColumnsInTwoTables(tables);
    }

    private void assignTable(ObjectNode table, Set<Long> takenTables, Set<Long> takenColumns) {
        List<ObjectNode> sameName = before.stream()
                .flatMap(schema -> named(Wire.tables(schema), Wire.name(table)))
                .toList();
        if (Wire.id(table, TABLE_ID) == 0) {
            long known = firstId(sameName, TABLE_ID, takenTables);
            table.put(TABLE_ID, known > 0 ? known : ++lastTable);
        }
        for (ObjectNode column : Wire.columns(table)) {
            column.put("kind", column.path("kind").asText("column"));
            if (Wire.id(column, COLUMN_ID) == 0) {
                List<ObjectNode> candidates = sameName.stream()
                        .flatMap(found -> named(Wire.columns(found), Wire.name(column)))
                        .toList();
                long known = firstId(candidates, COLUMN_ID, takenColumns);
                column.put(COLUMN_ID, known > 0 ? known : ++lastColumn);
            }
        }
    }

    private static long firstId(List<ObjectNode> candidates, String key, Set<Long> taken) {
        long id = candidates.isEmpty() ? 0 : Wire.id(candidates.get(0), key);
        return id > 0 && taken.add(id) ? id : 0;
    }

    private Set<Long> taken(List<ObjectNode> items, String key, String path) {
        Set<Long> ids = new HashSet<>();
        for (ObjectNode item : items) {
            long id = Wire.id(item, key);
            if (id > 0 && !ids.add(id)) {
                problems.add(path, "There are two with " + key + " " + id);
            }
        }
        return ids;
    }

    private void reportColumnsInTwoTables(List<ObjectNode> tables) {
        Set<Long> seen = new HashSet<>();
        for (ObjectNode table : tables) {
            Set<Long> own = new HashSet<>();
            Wire.columns(table).forEach(column -> own.add(Wire.id(column, COLUMN_ID)));
            for (long id : own) {
                if (!seen.add(id)) {
                    problems.add(
                            "tables." + Wire.name(table) + ".columns", "column_id " + id + " is another table's too");
                }
            }
        }
    }

    private static long highest(List<ObjectNode> items, String key) {
        return items.stream().mapToLong(item -> Wire.id(item, key)).max().orElse(0);
    }

    private static Stream<ObjectNode> named(List<ObjectNode> items, String name) {
        return items.stream().filter(item -> Wire.name(item).equals(name));
    }
}
