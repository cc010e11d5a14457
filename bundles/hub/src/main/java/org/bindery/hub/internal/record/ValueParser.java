package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bindery.hub.internal.json.SafeJson;
import org.bindery.hub.internal.json.SafeText;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.ColumnType;

/** Turns values in wire shape (fylr-spec 6.3) into values as they are stored: checked, and without keys of no meaning. */
final class ValueParser {

    /** Largest whole number that JavaScript clients keep. */
    static final long LARGEST_NUMBER = (1L << 53) - 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final RecordLimits limits;
    private final SafeJson safeJson;

    ValueParser(RecordLimits limits) {
        this.limits = limits;
        this.safeJson = new SafeJson(limits.jsonDepth(), limits.textLength());
    }

    /** Reads the value of a column; JSON null means no value. */
    JsonNode parse(Column column, JsonNode value) throws WrongValueException {
        if (value.isNull()) {
            return NullNode.instance;
        }
        return switch (column.type()) {
            case STRING, TEXT, TEXT_ONELINE -> text(value, "");
            case TEXT_L10N, TEXT_L10N_ONELINE -> localised(value, "");
            case NUMBER, INTEGER_2 -> wholeNumber(value);
            case DOUBLE -> number(value);
            case BOOLEAN -> bool(value);
            case DATE, DATETIME -> date(column.type(), value);
            case DATERANGE -> range(value);
            case GEO_JSON -> geoJson(value);
        };
    }

    JsonNode text(JsonNode value, String at) throws WrongValueException {
        if (!value.isTextual()) {
            throw wrong(at, "must be a text", value);
        }
        Optional<String> problem = SafeText.problem(value.textValue(), limits.textLength());
        if (problem.isPresent()) {
            throw new WrongValueException(at, problem.get());
        }
        return value;
    }

    private JsonNode localised(JsonNode value, String at) throws WrongValueException {
        if (!value.isObject()) {
            throw wrong(at, "must be an object of texts by language", value);
        }
        if (value.size() > limits.languages()) {
            throw new WrongValueException(at, "has more than " + limits.languages() + " languages");
        }
        ObjectNode texts = JSON.objectNode();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!LANGUAGE.matcher(entry.getKey()).matches()) {
                throw new WrongValueException(at, "has a key that is no language tag such as de-DE");
            }
            if (!entry.getValue().isNull()) {
                texts.set(entry.getKey(), text(entry.getValue(), at + "." + entry.getKey()));
            }
        }
        return texts.isEmpty() ? NullNode.instance : texts;
    }

    private static JsonNode wholeNumber(JsonNode value) throws WrongValueException {
        double asDouble = value.isNumber() ? value.doubleValue() : Double.NaN;
        // Written as 5.0 by some clients, which means the same; NaN fails every comparison.
        if (!(Math.abs(asDouble) <= LARGEST_NUMBER) || asDouble != Math.rint(asDouble)) {
            throw wrong("", "must be a whole number from -(2^53-1) to 2^53-1", value);
        }
        return JSON.numberNode((long) asDouble);
    }

    private static JsonNode number(JsonNode value) throws WrongValueException {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong("", "must be a number that fits a double", value);
        }
        return JSON.numberNode(value.doubleValue());
    }

    private static JsonNode bool(JsonNode value) throws WrongValueException {
        if (!value.isBoolean()) {
            throw wrong("", "must be true or false", value);
        }
        return value;
    }

    private static JsonNode date(ColumnType type, JsonNode value) throws WrongValueException {
        if (!value.isObject()) {
            throw wrong("", "must be an object with the date under value", value);
        }
        JsonNode text = value.path("value");
        if (isNothing(text)) {
            return NullNode.instance;
        }
        DateText date = readDate(text, ".value");
        if (type == ColumnType.DATE && date.hasTime()) {
            throw new WrongValueException(".value", "must be a date without a time");
        }
        return JSON.objectNode().set("value", text);
    }

    private JsonNode range(JsonNode value) throws WrongValueException {
        if (!value.isObject()) {
            throw wrong("", "must be an object with from, to and text", value);
        }
        ObjectNode range = JSON.objectNode();
        Optional<DateText> from = bound(value, "from", range);
        Optional<DateText> to = bound(value, "to", range);
        if (from.isPresent()
                && to.isPresent()
                && from.get().earliest().isAfter(to.get().latest())) {
            throw new WrongValueException(".from", "is after to");
        }
        JsonNode text = value.path("text");
        JsonNode texts = isNothing(text) ? NullNode.instance : localised(text, ".text");
        if (!texts.isNull()) {
            range.set("text", texts);
        }
        return from.isEmpty() && to.isEmpty() && texts.isNull() ? NullNode.instance : range;
    }

    private static Optional<DateText> bound(JsonNode value, String key, ObjectNode range) throws WrongValueException {
        JsonNode text = value.path(key);
        if (isNothing(text)) {
            range.putNull(key);
            return Optional.empty();
        }
        DateText date = readDate(text, "." + key);
        range.set(key, text);
        return Optional.of(date);
    }

    private static DateText readDate(JsonNode text, String at) throws WrongValueException {
        Optional<DateText> date = text.isTextual() ? DateText.parse(text.textValue()) : Optional.empty();
        return date.orElseThrow(
                () -> wrong(at, "must be a date such as 1871, 1871-02, 1871-02-03 or 1871-02-03T12:45:00+01:00", text));
    }

    private JsonNode geoJson(JsonNode value) throws WrongValueException {
        Optional<String> problem = safeJson.problem(value);
        if (problem.isPresent()) {
            throw new WrongValueException(problem.get());
        }
        GeoJson.check(value, "");
        return value;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isTextual() && node.textValue().isEmpty();
    }

    private static WrongValueException wrong(String at, String expected, JsonNode value) {
        return new WrongValueException(
                at, expected + ", not " + value.getNodeType().name().toLowerCase(Locale.ROOT));
    }
}
