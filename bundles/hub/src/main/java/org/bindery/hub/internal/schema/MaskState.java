package org.bindery.hub.internal.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A version of the masks as it is stored.
 *
 * @param documentVersion version of the document in the store; 0 if it is not stored
 * @param wire the masks in wire shape
 */
record MaskState(long documentVersion, ObjectNode wire) {}
