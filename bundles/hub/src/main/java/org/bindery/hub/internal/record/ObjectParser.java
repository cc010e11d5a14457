package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindery.hub.internal.failure.Shown;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Mask;
import org.bindery.hub.internal.schema.Objecttype;

/**
 * Reads objects of one objecttype in wire shape, from clients and from plugins alike. Keys that mean nothing here are
 * ignored, because clients send back what they were shown; unknown user fields are problems.
 */
final class ObjectParser {

    private final Objecttype objecttype;
    private final ValueParser values;
    private final AttachmentParser attachments;
    private final TargetParser targets;

    ObjectParser(Objecttype objecttype, RecordLimits limits) {
        this.objecttype = objecttype;
        this.values = new ValueParser(limits);
        this.attachments = new AttachmentParser();
        this.targets = new TargetParser(objecttype, values, limits);
    }

    /** Reads an object; several when it is sent for a group of ids, none when it has problems. */
    List<PostedObject> parse(int index, JsonNode json, FieldProblems problems) {
        ObjectProblems found = new ObjectProblems(index, problems);
        if (!json.isObject()) {
            found.add("", "must be a JSON object");
            return List.of();
        }
        checkObjecttype(json, found);
        JsonNode body = json.path(objecttype.name());
        if (!body.isObject()) {
            found.add(objecttype.name(), "must be a JSON object with the fields");
            return List.of();
        }
        PostedObject object = read(index, json, body, found);
        return targets.parse(json, body, found).stream().map(object::meaning).toList();
    }

    private PostedObject read(int index, JsonNode json, JsonNode body, ObjectProblems found) {
        Optional<Mask> mask = mask(json, found);
        return new PostedObject(
                index,
                new Target.New(),
                mask.orElse(objecttype.allFields()),
                targets.version(body, found),
                targets.anyVersion(body, found),
                mask.map(shown -> fields(body, shown, found)).orElse(Map.of()),
                attachments.comment(json, values, found),
                attachments.tags(json, found),
                attachments.pool(body, objecttype.name() + "._pool", found));
    }

    private void checkObjecttype(JsonNode json, ObjectProblems found) {
        String name = json.path("_objecttype").asText(objecttype.name());
        if (!name.equals(objecttype.name())) {
            found.add(
                    FieldProblems.UNKNOWN_OBJECTTYPE,
                    "_objecttype",
                    "must be " + objecttype.name() + ", as in the path of the request, not " + Shown.quoted(name));
        }
    }

    private Optional<Mask> mask(JsonNode json, ObjectProblems found) {
        String name = json.path("_mask").asText(Mask.ALL_FIELDS);
        Optional<Mask> mask = objecttype.mask(name);
        if (mask.isEmpty()) {
            found.add(
                    FieldProblems.UNKNOWN_MASK,
                    "_mask",
                    "objecttype " + objecttype.name() + " has no mask " + Shown.quoted(name));
        }
        return mask;
    }

    private Map<Column, JsonNode> fields(JsonNode body, Mask mask, ObjectProblems found) {
        Map<Column, JsonNode> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String name = entry.getKey();
            Optional<Column> column = objecttype.column(name);
            if (column.isEmpty() && isUserField(name, entry.getValue())) {
                found.add(
                        FieldProblems.UNKNOWN_FIELD,
                        objecttype.name() + "." + Shown.text(name),
                        "objecttype " + objecttype.name() + " has no such field");
            }
            column.filter(mask::shows)
                    .ifPresent(known ->
                            value(known, entry.getValue(), found).ifPresent(value -> fields.put(known, value)));
        }
        return fields;
    }

    /** Keys with an underscore or a colon belong to the system; but data in nested tables must not vanish unseen. */
    private static boolean isUserField(String name, JsonNode value) {
        boolean nested = name.startsWith("_nested:") || name.startsWith("_reverse_nested:");
        return nested ? !value.isNull() && !value.isEmpty() : !name.startsWith("_") && name.indexOf(':') < 0;
    }

    private Optional<JsonNode> value(Column column, JsonNode json, ObjectProblems found) {
        try {
            return Optional.of(values.parse(column, json));
        } catch (WrongValueException e) {
            found.add(objecttype.name() + "." + column.name() + e.at(), e.getMessage());
            return Optional.empty();
        }
    }
}
