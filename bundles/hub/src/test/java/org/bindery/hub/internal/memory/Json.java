package org.bindery.hub.internal.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads JSON written with single quotes, so that tests stay readable. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Reads an object. */
    public static ObjectNode object(String text) {
        return (ObjectNode) read(text);
    }

    /** Reads an array. */
    public static ArrayNode array(String text) {
        return (ArrayNode) read(text);
    }

    private static Object read(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
