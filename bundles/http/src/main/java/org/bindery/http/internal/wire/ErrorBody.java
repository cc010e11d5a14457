package org.bindery.http.internal.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.bindery.api.error.ApiError;

/** The error envelope of every answer that is not 2xx (fylr-spec 13), with the text in the client's language. */
public final class ErrorBody {

    private static final int LONGEST_LANGUAGE_HEADER = 200;

    private ErrorBody() {}

    /**
     * Writes an error as JSON.
     *
     * @param error the error
     * @param acceptLanguage the request's {@code Accept-Language}; may be null
     */
    public static ObjectNode of(ApiError error, String acceptLanguage) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", error.code());
        body.put("error", text(error, acceptLanguage));
        body.put("package", "");
        body.set("parameters", error.parameters());
        body.put("realm", error.realm());
        body.put("statuscode", error.statuscode());
        if (!error.description().isEmpty()) {
            body.put("description", error.description());
        }
        return body;
    }

    /** The text in the best language the client accepts. */
    public static String text(ApiError error, String acceptLanguage) {
        if (error.texts().isEmpty() || acceptLanguage == null || acceptLanguage.length() > LONGEST_LANGUAGE_HEADER) {
            return error.error();
        }
        for (LanguageRange range : ranges(acceptLanguage)) {
            for (String tag : error.texts().keySet().stream().sorted().toList()) {
                if (matches(range.getRange(), tag.toLowerCase(Locale.ROOT))) {
                    return error.texts().get(tag);
                }
            }
        }
        return error.error();
    }

    private static boolean matches(String range, String tag) {
        return tag.equals(range) || tag.startsWith(range + "-") || range.startsWith(tag + "-");
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException notAHeader) {
            return List.of();
        }
    }
}
