package org.bindery.exec.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bindery.api.error.ApiError;

/**
 * Finds the API error in the output of a program (fylr-spec 4.6). With exit code 0 only {@code {"error": {...}}} is
 * one; with any other also the bare error. Either must be an object with a text as {@code code}: answers that merely have
 * a key {@code error} are legitimate.
 */
final class ErrorProtocol {

    /** Longer documents are no API errors. */
    private static final int LONGEST = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build());

    private final int defaultStatus;

    ErrorProtocol(int defaultStatus) {
        this.defaultStatus = defaultStatus;
    }

    Optional<ApiError> find(int exitCode, byte[] output) {
        Optional<JsonNode> error =
                exitCode == 0 ? wrapped(output) : wrapped(output).or(() -> bare(output));
        return error.map(this::read);
    }

    /** Looks for the key only, so that a long result is not built in memory. */
    private static Optional<JsonNode> wrapped(byte[] output) {
        try (JsonParser parser = JSON.createParser(output)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("error");
                if (parser.nextToken() == JsonToken.START_OBJECT && found) {
                    long start = parser.currentTokenLocation().getByteOffset();
                    return output.length - start > LONGEST ? Optional.empty() : document(parser.readValueAsTree());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // Not JSON: the caller judges what else it is.
        }
    }

    private static Optional<JsonNode> bare(byte[] output) {
        if (output.length > LONGEST) {
            return Optional.empty();
        }
        try {
            return document(
                    JSON.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(output));
        } catch (IOException e) {
            return Optional.empty(); // Not JSON: the exit code alone tells.
        }
    }

    private static Optional<JsonNode> document(JsonNode node) {
        return Optional.ofNullable(node)
                .filter(found -> !found.path("code").asText().isBlank()
                        && found.path("code").isTextual());
    }

    private ApiError read(JsonNode error) {
        int status = error.path("statuscode").asInt(defaultStatus);
        JsonNode text = either(error, "error", "err");
        return new ApiError(
                error.get("code").textValue(),
                status >= 400 && status <= 599 ? status : defaultStatus,
                error.path("realm").textValue(),
                text.textValue(),
                texts(text),
                either(error, "parameters", "params") instanceof ObjectNode found ? found : JSON.createObjectNode(),
                error.path("description").textValue());
    }

    private static JsonNode either(JsonNode error, String name, String oldName) {
        return error.hasNonNull(name) ? error.get(name) : error.path(oldName);
    }

    private static Map<String, String> texts(JsonNode text) {
        Map<String, String> texts = new LinkedHashMap<>();
        text.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                texts.put(field.getKey(), field.getValue().textValue());
            }
        });
        return texts;
    }
}
