package org.bindery.api.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An error document, as it goes to the client (fylr-spec 4.6).
 *
 * <p>Instances are immutable and may be shared between threads; the {@code with…} and {@code text} methods return a
 * changed copy. Example:
 *
 * <pre>{@code
 * throw new ApiException(ApiError.of("shelf.full", 400, "Shelf 12 is full")
 *         .text("de-DE", "Regal 12 ist voll")
 *         .parameter("shelf", 12));
 * }</pre>
 *
 * @param code machine-readable code, for example {@code shelf.full}; never null or blank
 * @param statuscode HTTP status, 400 to 599
 * @param realm who should show the error; {@code api} unless a plugin says otherwise; never null
 * @param error text for people in the default language; never null
 * @param texts the same text by language tag ({@code de-DE}); never null, may be empty
 * @param parameters values named in the text; never null; treat as read-only
 * @param description longer text, or an empty string; never null
 */
public record ApiError(
        String code,
        int statuscode,
        String realm,
        String error,
        Map<String, String> texts,
        ObjectNode parameters,
        String description) {

    /**
     * Checks the values and takes a private copy of the maps.
     *
     * @throws IllegalArgumentException if the code is blank or the status is not an error status
     */
    public ApiError {
        if (code == null || code.isBlank()) {
            throw new IllegalArgumentException("An API error needs a code");
        }
        if (statuscode < 400 || statuscode > 599) {
            throw new IllegalArgumentException("Error " + code + " has status " + statuscode + ", not 400 to 599");
        }
        realm = Objects.requireNonNullElse(realm, "api");
        error = Objects.requireNonNullElse(error, code);
        texts = Map.copyOf(texts);
        parameters = parameters.deepCopy();
        description = Objects.requireNonNullElse(description, "");
    }

    /**
     * Makes an error of realm {@code api} without parameters.
     *
     * @param code machine-readable code; not blank
     * @param statuscode HTTP status, 400 to 599
     * @param error text in the default language; null means the code itself
     * @return the error
     * @throws IllegalArgumentException if the code is blank or the status is not an error status
     */
    public static ApiError of(String code, int statuscode, String error) {
        return new ApiError(code, statuscode, "api", error, Map.of(), JsonNodeFactory.instance.objectNode(), "");
    }

    /**
     * Adds the text in one language.
     *
     * @param language a language tag such as {@code de-DE}; not null
     * @param text the text in that language; not null
     * @return a copy with the text
     */
    public ApiError text(String language, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(language, text);
        return new ApiError(code, statuscode, realm, error, more, parameters, description);
    }

    /**
     * Adds a parameter with a JSON value.
     *
     * @param name the parameter's name; not null
     * @param value the value; not null
     * @return a copy with the parameter
     */
    public ApiError parameter(String name, JsonNode value) {
        ObjectNode more = parameters.deepCopy();
        more.set(name, value);
        return new ApiError(code, statuscode, realm, error, texts, more, description);
    }

    /**
     * Adds a text parameter.
     *
     * @param name the parameter's name; not null
     * @param value the value; null becomes JSON null
     * @return a copy with the parameter
     */
    public ApiError parameter(String name, String value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return parameter(name, value == null ? json.nullNode() : json.textNode(value));
    }

    /**
     * Adds a whole-number parameter.
     *
     * @param name the parameter's name; not null
     * @param value the value
     * @return a copy with the parameter
     */
    public ApiError parameter(String name, long value) {
        return parameter(name, JsonNodeFactory.instance.numberNode(value));
    }

    /**
     * Sets the longer text: the cause and what to do about it.
     *
     * @param text the longer text; null means none
     * @return a copy with the description
     */
    public ApiError describedBy(String text) {
        return new ApiError(code, statuscode, realm, error, texts, parameters, text);
    }

    /**
     * Returns the parameters.
     *
     * @return a private copy, so that a shared error cannot be changed; never null
     */
    @Override
    public ObjectNode parameters() {
        return parameters.deepCopy();
    }
}
