package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bindery.hub.internal.failure.Shown;

/** Checks the shape of a draft: objecttypes and columns, their names and types. */
final class TableCheck {

    /** Features of the data model that this form does not know; asking for one must not pass in silence. */
    private static final List<String> UNSUPPORTED_LISTS = List.of("foreign_keys", "bidirectional", "check_constraints");

    private static final List<String> UNSUPPORTED_FLAGS = List.of("is_hierarchical", "polyhierarchical", "acl_table");

    private final SchemaLimits limits;
    private final SchemaProblems problems;

    TableCheck(SchemaLimits limits, SchemaProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    void check(ObjectNode schema) {
        JsonNode tables = schema.path("tables");
        if (!tables.isArray()) {
            problems.add("tables", "The data model needs an array tables");
            return;
        }
        if (tables.size() > limits.objecttypes()) {
            problems.add("tables", "There are " + tables.size() + " objecttypes; at most " + limits.objecttypes());
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tables.size(); i++) {
            checkTable(tables.get(i), "tables[" + i + "]", names);
        }
    }

    private void checkTable(JsonNode table, String path, Set<String> names) {
        if (!table.isObject()) {
            problems.add(path, "An objecttype must be a JSON object");
            return;
        }
        checkName(table, path, "objecttype", names);
        checkId(table, "table_id", path);
        checkUnsupported(table, path);
        JsonNode columns = table.path("columns");
        if (!columns.isArray()) {
            problems.add(path + ".columns", "An objecttype needs an array columns");
            return;
        }
        if (columns.size() > limits.columns()) {
            problems.add(path + ".columns", columns.size() + " columns; at most " + limits.columns());
            return;
        }
        Set<String> columnNames = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            checkColumn(columns.get(i), path + ".columns[" + i + "]", columnNames);
        }
    }

    private void checkUnsupported(JsonNode table, String path) {
        for (String list : UNSUPPORTED_LISTS) {
            if (!table.path(list).isEmpty()) {
                unsupported(path + "." + list, list + " is not supported yet; leave it empty");
            }
        }
        for (String flag : UNSUPPORTED_FLAGS) {
            if (table.path(flag).asBoolean()) {
                unsupported(path + "." + flag, flag + " is not supported yet; set it to false");
            }
        }
        if (table.hasNonNull("owned_by")) {
            unsupported(path + ".owned_by", "Nested tables are not supported yet; leave the table out");
        }
    }

    private void checkColumn(JsonNode column, String path, Set<String> names) {
        if (!column.isObject()) {
            problems.add(path, "A column must be a JSON object");
            return;
        }
        String kind = column.path("kind").asText("column");
        if (!kind.equals("column")) {
            unsupported(path + ".kind", "Columns of kind " + Shown.quoted(kind) + " are not supported yet; use column");
            return;
        }
        checkName(column, path, "column", names);
        checkId(column, "column_id", path);
        checkFlag(column, "not_null", path);
        checkType(column, path + ".type");
        JsonNode settings = column.path("custom_settings");
        if (!settings.isMissingNode() && !settings.isNull() && !settings.isObject()) {
            problems.add(path + ".custom_settings", "custom_settings must be a JSON object");
        }
    }

    private void checkType(JsonNode column, String path) {
        String type = column.path("type").asText();
        if (ColumnType.ofWireName(type).isPresent()) {
            return;
        }
        if (type.equals("link") || type.equals("eas") || type.startsWith("custom:")) {
            unsupported(path, "Columns of type " + Shown.quoted(type) + " are not supported yet");
        } else {
            problems.add(SchemaProblems.UNKNOWN_TYPE, path, "There is no column type " + Shown.quoted(type));
        }
    }

    private void checkName(JsonNode item, String path, String what, Set<String> names) {
        String name = item.path("name").isTextual() ? item.path("name").asText() : "";
        if (!Names.isValid(name)) {
            problems.add(path + ".name", Shown.quoted(name) + " is no name for this " + what + "; use " + Names.RULE);
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            problems.add(path + ".name", "There are two with the name " + name + ", upper and lower case aside");
        }
    }

    private void checkId(JsonNode item, String key, String path) {
        JsonNode id = item.path(key);
        boolean absent = id.isMissingNode() || id.isNull();
        if (!absent && !(id.isIntegralNumber() && id.canConvertToInt() && id.asInt() > 0)) {
            problems.add(path + "." + key, key + " must be a whole number from 1, or be left out");
        }
    }

    private void checkFlag(JsonNode item, String key, String path) {
        JsonNode flag = item.path(key);
        if (!flag.isMissingNode() && !flag.isNull() && !flag.isBoolean()) {
            problems.add(path + "." + key, key + " must be true or false");
        }
    }

    private void unsupported(String path, String message) {
        problems.add(SchemaProblems.UNSUPPORTED, path, message);
    }
}
