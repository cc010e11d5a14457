package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.api.save.SaveObject;

/** Objects in the complete shape plugins see, with twelve fields. */
final class SampleObjects {

    static final String OBJECTTYPE = "item";

    private SampleObjects() {}

    /** @return the object as it comes into the chain */
    static ObjectNode posted(boolean update) {
        ObjectNode object = complete(update ? 4711 : 0);
        object.putObject(SaveObject.CALLBACK_CONTEXT)
                .put("hash", "93a6c1d2e3f405162738495a6b7c8d9e")
                .put("original_mask", "item__all");
        return object;
    }

    /** @return the object as it is stored */
    static ObjectNode stored() {
        ObjectNode object = complete(4711);
        fields(object.putObject(OBJECTTYPE), 42, "An older title");
        return object;
    }

    private static ObjectNode complete(long systemObjectId) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("_objecttype", OBJECTTYPE).put("_mask", "_all_fields").put("_best_mask", false);
        object.putObject("_objecttype_display_name").put("de-DE", "Objekt").put("en-US", "Item");
        object.putObject("_mask_display_name").put("und", "_all_fields");
        object.put("_format", "long").put("_system_object_id", systemObjectId);
        object.put("_uuid", systemObjectId == 0 ? "" : "6f1ed002-ab54-4f05-8c58-7a5a4b1c9f10");
        object.put("_comment", "").put("_published_count", 0).put("_has_children", false);
        object.put("_latest_version", systemObjectId != 0);
        object.putNull("_owner").putNull("_create_user");
        object.putArray("_tags");
        object.putArray("_collections");
        object.putArray("_published");
        object.putObject("_standard").putObject("1").putObject("text").put("de-DE", "Vase");
        fields(object.putObject(OBJECTTYPE), systemObjectId == 0 ? 0 : 42, "Vase");
        return object;
    }

    private static void fields(ObjectNode fields, long id, String title) {
        fields.put("_id", id).put("_version", 1);
        fields.put("title", title).put("name", "Blue vase").put("year", 1871).put("price", 12.5);
        fields.put("public", true).putNull("count").put("code", "A-17/3").put("place", "Bonn");
        fields.putObject("title_l10n").put("de-DE", "Vase").put("en-US", "Vase");
        fields.putObject("made").put("value", "1871-02");
        fields.put("remark", "").put("width", 120);
    }
}
