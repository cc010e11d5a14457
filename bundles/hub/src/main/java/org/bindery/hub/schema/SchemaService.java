package org.bindery.hub.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.hub.access.Session;

/**
 * The versioned data model in wire shape (fylr-spec 13.4). {@code HEAD} is the draft, {@code CURRENT} the committed one.
 * Safe for use by many threads.
 */
public interface SchemaService {

    /**
     * Reads a version of the data model.
     *
     * @param version {@code HEAD}, {@code CURRENT} or a number
     * @return the data model
     * @throws org.bindery.api.error.ApiException 404 {@code ResourceNotFound} for a version that does not exist
     */
    ObjectNode schema(String version);

    /**
     * Replaces the draft.
     *
     * @param session who; needs root
     * @param head the new draft
     * @return the draft as stored, with ids filled in
     * @throws org.bindery.api.error.ApiException 400 {@code SchemaInconsistent} with every problem listed
     */
    ObjectNode saveHead(Session session, ObjectNode head);

    /**
     * Makes the draft the current data model. Stored data is never lost.
     *
     * @param session who; needs root
     * @return the current data model
     * @throws org.bindery.api.error.ApiException 400 {@code SchemaInconsistent} with every problem listed
     */
    ObjectNode commit(Session session);

    /**
     * Lists the objecttypes of the current data model in short wire shape.
     *
     * @return array of {@code {"_basetype":"objecttype","objecttype":{"_id","name"}}}
     */
    ArrayNode objecttypes();

    /**
     * Reads a version of the masks.
     *
     * @param version {@code HEAD}, {@code CURRENT} or a number
     * @return the masks in wire shape; {@code _all_fields} is not among them
     */
    ObjectNode masks(String version);

    /**
     * Replaces the draft of the masks.
     *
     * @param session who; needs root
     * @param head the new draft
     * @return the draft as stored, with ids filled in
     */
    ObjectNode saveMasks(Session session, ObjectNode head);
}
