package org.bindery.http.internal.wire;

import org.bindery.api.error.ApiError;

/** The errors this bundle itself gives, in one place; codes of fylr where it has one (fylr-spec 13). */
public final class Failures {

    private Failures() {}

    public static ApiError userRequired() {
        return ApiError.of("UserRequired", 401, "This needs a valid access token")
                .describedBy("Get one by POST /api/oauth2/token and send it as 'Authorization: Bearer …'.");
    }

    public static ApiError rightRequired(String right) {
        return ApiError.of("SystemRightRequired", 403, "This needs the right " + right)
                .parameter("right", right);
    }

    public static ApiError roleRequired(String plugin, String roles) {
        return ApiError.of("RightRequired", 403, "This endpoint needs one of the roles " + roles)
                .parameter("plugin", plugin)
                .parameter("roles", roles);
    }

    public static ApiError unknownEndpoint(String method, String path) {
        return ApiError.of("ResourceNotFound", 404, "There is nothing at " + path)
                .parameter("method", method)
                .parameter("path", path);
    }

    public static ApiError unknownMethod(String method, String path, String allowed) {
        return ApiError.of("UnknownEndpointMethod", 404, path + " does not know the method " + method)
                .parameter("method", method)
                .parameter("path", path)
                .parameter("allowed", allowed)
                .describedBy("It knows " + allowed + ".");
    }

    public static ApiError notReady() {
        return ApiError.of("NotReady", 503, "Bindery is still starting")
                .describedBy("GET /health/ready tells what it waits for.");
    }

    public static ApiError tooLarge(long limit) {
        return ApiError.of("RequestTooLarge", 413, "The request body is larger than " + limit + " bytes")
                .parameter("limit", limit)
                .describedBy("Send fewer objects in one request, or raise max.body.bytes of org.bindery.http.");
    }

    public static ApiError badJson(String why, long line, long column) {
        return ApiError.of("JsonInvalid", 400, "The request body is not valid JSON: " + why)
                .parameter("line", line)
                .parameter("column", column);
    }

    public static ApiError wrongBody(String expected) {
        return ApiError.of("SchemaInconsistent", 400, "The request body must be " + expected)
                .parameter("expected", expected);
    }

    public static ApiError badParameter(String name, String value, String expected) {
        return ApiError.of("ParameterInvalid", 400, "Parameter " + name + " must be " + expected)
                .parameter("name", name)
                .parameter("value", value);
    }

    public static ApiError pluginNotFound(String plugin) {
        return ApiError.of("PluginNotFound", 404, "There is no plugin " + plugin)
                .parameter("plugin", plugin);
    }

    public static ApiError pluginFailed(String plugin, String endpoint, Throwable cause) {
        return ApiError.of("PluginEndpointFailed", 500, "An endpoint of plugin " + plugin + " failed")
                .parameter("plugin", plugin)
                .parameter("endpoint", endpoint)
                .parameter("cause", cause.getClass().getName())
                .describedBy("The log names the place in the plugin.");
    }

    public static ApiError internal(String reference) {
        return ApiError.of("ServerGeneric", 500, "Something went wrong inside Bindery")
                .parameter("reference", reference)
                .describedBy("The log has the details under reference " + reference + ".");
    }
}
