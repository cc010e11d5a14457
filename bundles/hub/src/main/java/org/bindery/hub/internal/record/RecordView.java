package org.bindery.hub.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.internal.access.UserDirectory;
import org.bindery.hub.internal.schema.Column;
import org.bindery.hub.internal.schema.Mask;
import org.bindery.hub.internal.schema.Objecttype;
import org.bindery.hub.record.Format;

/** Shows objects in wire shape (fylr-spec 6.2, 19.4), to clients and to plugins. */
final class RecordView {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Objecttype objecttype;
    private final UserDirectory users;
    private final StandardText standard;

    /** @param languages languages under which plain texts are shown in {@code _standard} */
    RecordView(Objecttype objecttype, UserDirectory users, List<String> languages) {
        this.objecttype = objecttype;
        this.users = users;
        this.standard = new StandardText(objecttype, languages);
    }

    ObjectNode show(RecordState state, Mask mask, Format format) {
        ObjectNode json = JSON.objectNode();
        json.put("_objecttype", objecttype.name()).put("_mask", mask.name());
        json.put("_format", format.name().toLowerCase(Locale.ROOT));
        json.put("_system_object_id", state.systemObjectId()).put("_uuid", state.uuid());
        json.set("_standard", standard.of(state.content(), mask));
        if (format.compareTo(Format.LONG) >= 0) {
            addOrigin(json, state, mask);
        }
        if (format == Format.FULL) {
            addSurroundings(json, state);
        }
        json.set(objecttype.name(), fields(state, mask, format));
        return json;
    }

    /** The complete object as plugins see it; a new object has no owner yet. */
    ObjectNode complete(RecordState state) {
        return show(state, objecttype.allFields(), Format.FULL).put("_format", "long");
    }

    private void addOrigin(ObjectNode json, RecordState state, Mask mask) {
        RecordContent content = state.content();
        boolean stored = state.systemObjectId() > 0;
        json.putObject("_objecttype_display_name").put("und", objecttype.name());
        json.putObject("_mask_display_name").put("und", mask.name());
        json.put("_best_mask", mask.preferred());
        json.put("_comment", content.comment()).set("_tags", content.tags());
        JsonNode creator = stored ? user(content.created().userId()) : JSON.nullNode();
        json.set("_owner", creator);
        json.set("_create_user", creator.deepCopy());
        if (stored) {
            json.put("_created", content.created().at());
            json.put("_last_modified", content.modified().at());
        }
    }

    private static void addSurroundings(ObjectNode json, RecordState state) {
        json.putArray("_collections");
        json.putArray("_published");
        json.put("_published_count", 0);
        json.put("_has_children", false);
        json.put("_latest_version", state.systemObjectId() > 0);
    }

    private JsonNode user(long id) {
        ObjectNode json = JSON.objectNode().put("_basetype", "user");
        ObjectNode user = json.putObject("user").put("_id", id);
        users.user(id).map(SaveUser::displayName).ifPresent(name -> user.put("_generated_displayname", name));
        return json;
    }

    private ObjectNode fields(RecordState state, Mask mask, Format format) {
        ObjectNode fields = JSON.objectNode();
        fields.put("_id", state.id()).put("_version", state.version());
        if (format == Format.SHORT) {
            return fields;
        }
        fields.set("_pool", pool(state.content().pool()));
        for (Column column : objecttype.columns()) {
            if (mask.shows(column)) {
                fields.set(column.name(), Shapes.shown(column, state.content().value(column)));
            }
        }
        return fields;
    }

    /** The path runs from the root to the pool itself; plugins look for a pool only there. */
    private static JsonNode pool(JsonNode stored) {
        if (stored.isNull()) {
            return stored;
        }
        ObjectNode item = JSON.objectNode().put("_basetype", "pool");
        item.set("pool", stored.path("pool"));
        ObjectNode shown = item.deepCopy();
        shown.putArray("_path").add(item);
        return shown;
    }
}
