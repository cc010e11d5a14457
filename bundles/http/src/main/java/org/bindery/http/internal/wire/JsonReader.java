package org.bindery.http.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.bindery.api.error.ApiException;

/** Reads request bodies as JSON, with limits on size, depth, numbers and names. The one place that does. */
public final class JsonReader {

    private final ObjectMapper mapper;
    private final HttpLimits limits;

    public JsonReader(HttpLimits limits) {
        this.limits = limits;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.max_json_depth())
                        .maxStringLength(limits.max_json_text())
                        .maxNumberLength(limits.max_json_number())
                        .maxNameLength(limits.max_json_name())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Reads the whole body.
     *
     * @throws ApiException 400 for what is not JSON or over a limit, 413 for a body that is too large
     */
    public JsonNode read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limits.max_body_bytes()) {
            throw new ApiException(Failures.tooLarge(limits.max_body_bytes()));
        }
        try (InputStream body = new LimitedStream(request.getInputStream(), limits.max_body_bytes())) {
            JsonNode json = mapper.readTree(body);
            if (json == null || json instanceof MissingNode) {
                throw new ApiException(Failures.badJson("it is empty", 1, 1));
            }
            return json;
        } catch (JsonProcessingException bad) {
            JsonLocation at = bad.getLocation();
            long line = at == null ? 0 : at.getLineNr();
            long column = at == null ? 0 : at.getColumnNr();
            throw new ApiException(Failures.badJson(firstLine(bad.getOriginalMessage()), line, column), bad);
        }
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
