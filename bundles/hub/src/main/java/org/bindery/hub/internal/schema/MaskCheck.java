package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindery.hub.internal.failure.Shown;

/** Checks masks against a data model, and fills in ids that are given by name only. */
final class MaskCheck {

    private static final Set<String> WITHOUT_COLUMN = Set.of("splitter");

    private final ObjectNode schema;
    private final SchemaLimits limits;
    private final SchemaProblems problems;
    private long lastId;

    MaskCheck(ObjectNode schema, SchemaLimits limits, SchemaProblems problems) {
        this.schema = schema;
        this.limits = limits;
        this.problems = problems;
    }

    /** Checks the masks, which are changed by filling in ids. */
    void check(ObjectNode masks) {
        JsonNode list = masks.path("masks");
        if (!list.isArray() || list.size() > limits.masks()) {
            problems.add("masks", "There must be an array masks with at most " + limits.masks() + " masks");
            return;
        }
        lastId = Wire.id(masks, "max_mask_id");
        Wire.masks(masks).forEach(mask -> lastId = Math.max(lastId, Wire.id(mask, "mask_id")));
        Set<String> names = new HashSet<>();
        Set<String> preferred = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode mask) {
                checkMask(mask, "masks[" + i + "]", names, preferred);
            } else {
                problems.add("masks[" + i + "]", "A mask must be a JSON object");
            }
        }
        masks.put("max_mask_id", lastId);
    }

    private void checkMask(ObjectNode mask, String path, Set<String> names, Set<String> preferred) {
        String name = Wire.name(mask);
        if (!Names.isValid(name)) {
            problems.add(path + ".name", Shown.quoted(name) + " is no name for a mask; use " + Names.RULE);
        }
        Optional<ObjectNode> table = table(mask);
        if (table.isEmpty()) {
            problems.add(path, "Mask " + Shown.quoted(name) + " names an objecttype the data model does not have");
            return;
        }
        String objecttype = Wire.name(table.get());
        mask.put(IdAssignment.TABLE_ID, Wire.id(table.get(), IdAssignment.TABLE_ID));
        mask.put("table_name_hint", objecttype);
        if (Wire.id(mask, "mask_id") <= 0) {
            mask.put("mask_id", ++lastId);
        }
        if (!names.add(objecttype + "." + name)) {
            problems.add(path + ".name", "Objecttype " + objecttype + " has two masks " + Shown.quoted(name));
        }
        if (mask.path("is_preferred").asBoolean() && !preferred.add(objecttype)) {
            problems.add(path + ".is_preferred", "Objecttype " + objecttype + " has two preferred masks");
        }
        checkFields(mask, table.get(), path);
    }

    private void checkFields(ObjectNode mask, ObjectNode table, String path) {
        JsonNode fields = mask.path("fields");
        if (!fields.isArray() || fields.size() > limits.columns()) {
            problems.add(path + ".fields", "A mask needs an array fields with at most " + limits.columns() + " fields");
            return;
        }
        List<ObjectNode> objects = Wire.objects(fields);
        if (objects.size() != fields.size()) {
            problems.add(path + ".fields", "Each field of a mask must be a JSON object");
        }
        for (ObjectNode field : objects) {
            checkField(field, table, path + ".fields");
        }
    }

    private void checkField(ObjectNode field, ObjectNode table, String path) {
        String kind = field.path("kind").asText("field");
        if (WITHOUT_COLUMN.contains(kind)) {
            return;
        }
        if (!kind.equals("field")) {
            problems.add(
                    SchemaProblems.UNSUPPORTED,
                    path,
                    "Mask fields of kind " + Shown.quoted(kind) + " are not supported");
            return;
        }
        Optional<ObjectNode> column = UniqueKeyCheck.find(table, field);
        if (column.isEmpty()) {
            problems.add(path, "The mask shows a column that " + Wire.name(table) + " does not have: " + hint(field));
            return;
        }
        field.put("kind", kind);
        field.put(IdAssignment.COLUMN_ID, Wire.id(column.get(), IdAssignment.COLUMN_ID));
        field.put("column_name_hint", Wire.name(column.get()));
        field.put("type", column.get().path("type").asText());
    }

    private static String hint(ObjectNode field) {
        return Shown.quoted(
                field.path("column_name_hint").asText("column_id " + Wire.id(field, IdAssignment.COLUMN_ID)));
    }

    private Optional<ObjectNode> table(ObjectNode mask) {
        long id = Wire.id(mask, IdAssignment.TABLE_ID);
        String name = mask.path("table_name_hint").asText();
        return Wire.tables(schema).stream()
                .filter(table -> id > 0
                        ? Wire.id(table, IdAssignment.TABLE_ID) == id
                        : Wire.name(table).equals(name))
                .findFirst();
    }
}
