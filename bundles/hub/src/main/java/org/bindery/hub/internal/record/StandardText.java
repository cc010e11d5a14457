package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Mask;
import org.bindery.hub.internal.schema.Objecttype;

/** Makes {@code _standard}: what people see of an object in lists, from its first three text columns. */
final class StandardText {

    private static final int LINES = 3;

    private final List<Column> columns;
    private final List<String> languages;

    StandardText(Objecttype objecttype, List<String> languages) {
        this.columns = objecttype.columns().stream()
                .filter(column -> column.type().isPlainText() || column.type().isLocalisedText())
                .toList();
        this.languages = List.copyOf(languages);
    }

    /** Only columns the mask shows take part, or a mask would hide nothing. */
    ObjectNode of(RecordContent content, Mask mask) {
        ObjectNode standard = JsonNodeFactory.instance.objectNode();
        standard.putObject("1");
        int line = 1;
        for (Column column : columns) {
            if (line <= LINES && mask.shows(column)) {
                addText(standard.putObject(Integer.toString(line++)), content.value(column));
            }
        }
        standard.putObject("eas").putNull("1");
        standard.putObject("geo");
        return standard;
    }

    private void addText(ObjectNode line, JsonNode value) {
        if (value.isObject()) {
            line.set("text", value);
        } else if (!Shapes.isEmpty(value)) {
            ObjectNode text = line.putObject("text");
            languages.forEach(language -> text.set(language, value));
        }
    }
}
