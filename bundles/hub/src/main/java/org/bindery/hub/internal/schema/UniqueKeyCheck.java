package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the unique keys of a draft whose columns have ids, and fills in column ids that are given by name only. */
final class UniqueKeyCheck {

    private static final String NAME_HINT = "column_name_hint";

    private final SchemaProblems problems;

    UniqueKeyCheck(SchemaProblems problems) {
        this.problems = problems;
    }

    void check(ObjectNode schema) {
        for (ObjectNode table : Wire.tables(schema)) {
            String path = "tables." + Wire.name(table) + ".unique_keys";
            JsonNode keys = table.path("unique_keys");
            if (!keys.isMissingNode() && !keys.isNull() && !keys.isArray()) {
                problems.add(path, "unique_keys must be an array");
            }
            Set<Set<Long>> seen = new HashSet<>();
            for (int i = 0; i < keys.size(); i++) {
                checkKey(table, keys.get(i), path + "[" + i + "]", seen);
            }
        }
    }

    private void checkKey(ObjectNode table, JsonNode key, String path, Set<Set<Long>> seen) {
        List<ObjectNode> members = Wire.objects(key.path("columns"));
        if (members.isEmpty() || members.size() != key.path("columns").size()) {
            problems.add(path, "A unique key needs an array columns of objects with column_id");
            return;
        }
        Set<Long> ids = new HashSet<>();
        for (ObjectNode member : members) {
            Optional<ObjectNode> column = find(table, member);
            column.ifPresent(found -> fill(member, found));
            column.ifPresentOrElse(
                    found -> checkColumn(found, path),
                    () -> problems.add(path, "The unique key names a column the objecttype does not have"));
            column.ifPresent(found -> ids.add(Wire.id(found, IdAssignment.COLUMN_ID)));
        }
        if (ids.size() == members.size() && !seen.add(ids)) {
            problems.add(path, "This unique key is there twice");
        }
    }

    private void checkColumn(ObjectNode column, String path) {
        boolean comparable = ColumnType.ofWireName(column.path("type").asText())
                .map(ColumnType::canBeUnique)
                .orElse(true);
        if (!comparable) {
            problems.add(
                    path,
                    "Column " + Wire.name(column) + " has type "
                            + column.path("type").asText() + ", which cannot be part of a unique key");
        }
    }

    private static void fill(ObjectNode member, ObjectNode column) {
        member.put(IdAssignment.COLUMN_ID, Wire.id(column, IdAssignment.COLUMN_ID));
        member.put(NAME_HINT, Wire.name(column));
    }

    /** The id decides; the name is a hint that may be out of date after a renaming. */
    static Optional<ObjectNode> find(ObjectNode table, JsonNode member) {
        long id = Wire.id(member, IdAssignment.COLUMN_ID);
        String name = member.path(NAME_HINT).asText();
        return Wire.columns(table).stream()
                .filter(column -> id > 0
                        ? Wire.id(column, IdAssignment.COLUMN_ID) == id
                        : Wire.name(column).equals(name))
                .findFirst();
    }
}
