package org.bindery.http.internal.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A JSON answer.
 *
 * @param status HTTP status
 * @param body the body
 * @param headers more headers
 */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

    public static Answer ok(JsonNode body) {
        return new Answer(200, body, Map.of());
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Map.of());
    }
}
