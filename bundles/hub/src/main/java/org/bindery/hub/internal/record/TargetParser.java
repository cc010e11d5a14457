package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bindery.hub.internal.failure.Shown;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.internal.schema.UniqueKey;

/** Reads which object is meant, and its version. Null, 0 and an empty text mean no id: so new objects look (6.2). */
final class TargetParser {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String LOOKUP = "lookup:_id";
    private static final String ANY_VERSION = "_version:auto_increment";

    private final Objecttype objecttype;
    private final ValueParser values;
    private final RecordLimits limits;

    TargetParser(Objecttype objecttype, ValueParser values, RecordLimits limits) {
        this.objecttype = objecttype;
        this.values = values;
        this.limits = limits;
    }

    /** The objects meant: one, or those of a group; none if there is a problem. */
    List<Target> parse(JsonNode json, JsonNode body, ObjectProblems found) {
        JsonNode id = body.path("_id");
        if (id.isArray()) {
            return group(id, found);
        }
        if (!isNothing(id)) {
            return one(id, at("_id"), found).stream()
                    .map(Target.ById::new)
                    .map(Target.class::cast)
                    .toList();
        }
        if (body.has(LOOKUP)) {
            return lookup(body.get(LOOKUP), found).stream()
                    .map(Target.class::cast)
                    .toList();
        }
        JsonNode systemObjectId = json.path("_system_object_id");
        if (!isNothing(systemObjectId)) {
            return one(systemObjectId, "_system_object_id", found).stream()
                    .map(Target.BySystemObjectId::new)
                    .map(Target.class::cast)
                    .toList();
        }
        return uuid(json.path("_uuid"), found);
    }

    OptionalLong version(JsonNode body, ObjectProblems found) {
        JsonNode version = body.path("_version");
        if (version.isMissingNode() || version.isNull()) {
            return OptionalLong.empty();
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong()) {
            found.add(at("_version"), "must be a whole number");
            return OptionalLong.empty();
        }
        return OptionalLong.of(version.longValue());
    }

    boolean anyVersion(JsonNode body, ObjectProblems found) {
        JsonNode any = body.path(ANY_VERSION);
        if (!any.isMissingNode() && !any.isNull() && !any.isBoolean()) {
            found.add(at(ANY_VERSION), "must be true or false");
        }
        return any.asBoolean() || body.path("_id").isArray();
    }

    private List<Target> group(JsonNode ids, ObjectProblems found) {
        if (ids.isEmpty() || ids.size() > limits.objects()) {
            found.add(at("_id"), "must have 1 to " + limits.objects() + " ids");
            return List.of();
        }
        List<Target> targets = new ArrayList<>();
        for (JsonNode id : ids) {
            one(id, at("_id"), found).ifPresent(number -> targets.add(new Target.ById(number)));
        }
        return targets;
    }

    private static Optional<Long> one(JsonNode id, String path, ObjectProblems found) {
        if (id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0) {
            return Optional.of(id.longValue());
        }
        found.add(path, "must be a whole number from 1");
        return Optional.empty();
    }

    private static List<Target> uuid(JsonNode uuid, ObjectProblems found) {
        if (isNothing(uuid)) {
            return List.of(new Target.New());
        }
        if (!uuid.isTextual() || !UUID.matcher(uuid.textValue()).matches()) {
            found.add("_uuid", "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");
            return List.of();
        }
        return List.of(new Target.ByUuid(uuid.textValue().toLowerCase(Locale.ROOT)));
    }

    private Optional<Target.ByLookup> lookup(JsonNode lookup, ObjectProblems found) {
        if (!lookup.isObject() || lookup.size() != 1) {
            found.add(at(LOOKUP), "must be an object with one unique column");
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> entry = lookup.properties().iterator().next();
        Optional<Column> column = objecttype.column(entry.getKey());
        Optional<UniqueKey> key = column.flatMap(this::uniqueKey);
        if (key.isEmpty()) {
            found.add(at(LOOKUP), "must name a unique column, not " + Shown.quoted(entry.getKey()));
            return Optional.empty();
        }
        try {
            JsonNode value = values.parse(column.get(), entry.getValue());
            return Optional.of(
                    new Target.ByLookup(key.get().storedName(), UniqueValues.canonicalText(column.get(), value)));
        } catch (WrongValueException e) {
            found.add(at(LOOKUP) + "." + entry.getKey() + e.at(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<UniqueKey> uniqueKey(Column column) {
        return objecttype.uniqueKeys().stream()
                .filter(key -> key.columns().equals(List.of(column)))
                .findFirst();
    }

    private static boolean isNothing(JsonNode id) {
        boolean zero = id.isIntegralNumber() && id.canConvertToLong() && id.longValue() == 0;
        return id.isMissingNode()
                || id.isNull()
                || zero
                || id.isTextual() && id.textValue().isEmpty();
    }

    private String at(String key) {
        return objecttype.name() + "." + key;
    }
}
