package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads what an object carries beside its fields: comment, tags, pool. */
final class AttachmentParser {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TAGS = "_tags";
    private static final String COMMENT = "_comment";
    private static final int MOST_TAGS = 1000;

    String comment(JsonNode json, ValueParser values, ObjectProblems found) {
        JsonNode comment = json.path(COMMENT);
        if (comment.isMissingNode() || comment.isNull()) {
            return "";
        }
        try {
            return values.text(comment, "").textValue();
        } catch (WrongValueException e) {
            found.add(COMMENT, e.getMessage());
            return "";
        }
    }

    Optional<ArrayNode> tags(JsonNode json, ObjectProblems found) {
        JsonNode tags = json.path(TAGS);
        if (tags.isMissingNode() || tags.isNull()) {
            return Optional.empty();
        }
        if (!tags.isArray() || tags.size() > MOST_TAGS) {
            found.add(TAGS, "must be an array of at most " + MOST_TAGS + " tags");
            return Optional.empty();
        }
        ArrayNode kept = JSON.arrayNode();
        for (JsonNode tag : tags) {
            id(tag).ifPresentOrElse(
                            id -> kept.addObject().put("_id", id),
                            () -> found.add(TAGS, "must have tags of the form {\"_id\": 5}"));
        }
        return Optional.of(kept);
    }

    Optional<JsonNode> pool(JsonNode body, String path, ObjectProblems found) {
        JsonNode pool = body.path("_pool");
        if (pool.isMissingNode()) {
            return Optional.empty();
        }
        if (pool.isNull()) {
            return Optional.of(NullNode.instance);
        }
        Optional<Long> id = id(pool.path("pool"));
        if (id.isEmpty()) {
            found.add(path, "must have the form {\"pool\": {\"_id\": 2}}");
            return Optional.empty();
        }
        ObjectNode kept = JSON.objectNode();
        kept.putObject("pool").put("_id", id.get());
        return Optional.of(kept);
    }

    private static Optional<Long> id(JsonNode item) {
        JsonNode id = item.path("_id");
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0
                ? Optional.of(id.longValue())
                : Optional.empty();
    }
}
