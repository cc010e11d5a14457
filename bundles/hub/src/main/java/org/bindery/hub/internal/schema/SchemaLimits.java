package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.bindery.hub.internal.json.SafeJson;

/**
 * Limits of the data model.
 *
 * @param objecttypes how many objecttypes it may have
 * @param columns how many columns an objecttype may have
 * @param masks how many masks there may be
 * @param bytes how large the data model or the masks may be, about, in bytes
 * @param jsonDepth how many levels they may have
 * @param textLength how many characters a text in them may have
 */
record SchemaLimits(int objecttypes, int columns, int masks, int bytes, int jsonDepth, int textLength) {

    /** Notes what the store could not hold. */
    void check(JsonNode draft, SchemaProblems problems) {
        new SafeJson(jsonDepth, textLength)
                .problem(draft)
                .ifPresent(problem -> problems.add("", "The draft " + problem));
        long size = SafeJson.size(draft);
        if (size > bytes) {
            problems.add("", "The draft has about " + size + " bytes; at most " + bytes);
        }
    }
}
