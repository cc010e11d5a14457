package org.bindery.hub.internal.record;

import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.failure.Shown;

/** The errors of records that are about one thing, by their fylr codes (fylr-spec 13.1). */
final class RecordErrors {

    private RecordErrors() {}

    static ApiException unknownObjecttype(String name) {
        return new ApiException(ApiError.of(
                        FieldProblems.UNKNOWN_OBJECTTYPE, 400, "There is no objecttype " + Shown.quoted(name))
                .parameter("objecttype", Shown.text(name))
                .describedBy("GET /api/v1/objecttype lists the objecttypes; a draft counts only after its commit."));
    }

    static ApiException unknownMask(String objecttype, String mask) {
        return new ApiException(
                ApiError.of(FieldProblems.UNKNOWN_MASK, 400, objecttype + " has no mask " + Shown.quoted(mask))
                        .parameter("objecttype", objecttype)
                        .parameter("mask", Shown.text(mask))
                        .describedBy("GET /api/v1/mask/CURRENT lists the masks; _all_fields is always there."));
    }

    static ApiException tooManyObjects(int count, int limit) {
        return new ApiException(
                ApiError.of("TooManyObjects", 400, "The request has " + count + " objects; at most " + limit)
                        .parameter("count", count)
                        .parameter("limit", limit)
                        .describedBy("Send them in several requests, or raise max.objects of org.bindery.hub.record."));
    }

    /** The text names the stored version because clients show it, and retry with it plus 1. */
    static ApiException versionMismatch(String objecttype, long id, long current, String sent) {
        return new ApiException(ApiError.of("VersionMismatch", 400, mismatch(objecttype, id, current, sent))
                .parameter("current", current)
                .parameter("objecttype", objecttype)
                .parameter("_id", id)
                .describedBy(
                        "Read the object again, apply your change to it and send _version as the stored one plus 1."
                                + " To delete, send the stored version."));
    }

    private static String mismatch(String objecttype, long id, long current, String sent) {
        return current == 0
                ? objecttype + " " + id + " is not stored, so its first version is 1, not " + sent
                : objecttype + " " + id + " is stored in version " + current + ", which does not fit " + sent;
    }

    static ApiException notFound(String objecttype, String what, int index) {
        return new ApiException(ApiError.of("ResourceNotFound", 404, "There is no " + objecttype + " with " + what)
                .parameter("objecttype", objecttype)
                .parameter("object", index)
                .describedBy("It may have been deleted meanwhile. Leave the ids out to make a new object."));
    }

    static ApiException lookupNotFound(String objecttype, int index) {
        return new ApiException(ApiError.of("LookupNotFound", 400, "No " + objecttype + " has the value of lookup:_id")
                .parameter("objecttype", objecttype)
                .parameter("object", index));
    }

    static ApiException sentTwice(String objecttype, String what) {
        return new ApiException(ApiError.of(
                        FieldProblems.INCONSISTENT, 400, "The request has " + objecttype + " with " + what + " twice")
                .parameter("objecttype", objecttype)
                .describedBy("Send each object once in a request."));
    }

    /**
     * @param key names of the columns, or {@code _uuid}
     * @param index index of the object in the request; -1 if unknown
     */
    static ApiException notUnique(String objecttype, String key, String value, int index, Throwable cause) {
        String shown = Shown.text(withoutBrackets(value));
        ApiError error = ApiError.of(
                        "DatabaseUniqueKeyViolation",
                        400,
                        "Another " + objecttype + " has " + key + " " + shown + " already")
                .parameter("objecttype", objecttype)
                .parameter("key", key)
                .parameter("value", shown)
                .parameter("object", index)
                .describedBy("Nothing was written. Choose another value.");
        return new ApiException(error, cause);
    }

    /** Values of unique columns are kept as the text of an array. */
    private static String withoutBrackets(String value) {
        return value.startsWith("[") ? value.substring(1, value.length() - 1) : value;
    }

    static ApiException badParameter(String name, String expected) {
        return new ApiException(ApiError.of("ParameterInvalid", 400, "Parameter " + name + " must be " + expected)
                .parameter("name", name));
    }
}
