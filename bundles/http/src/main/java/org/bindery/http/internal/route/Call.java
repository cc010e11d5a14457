package org.bindery.http.internal.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.wire.Failures;
import org.bindery.http.internal.wire.JsonReader;
import org.bindery.http.internal.wire.Query;
import org.bindery.hub.access.Session;

/** One call of a route: its parameters, body and caller. Used by one thread. */
public final class Call {

    private final HttpServletRequest request;
    private final Map<String, String> path;
    private final Query query;
    private final Session session;
    private final JsonReader json;

    public Call(HttpServletRequest request, Map<String, String> path, Session session, JsonReader json) {
        this.request = request;
        this.path = path;
        this.query = Query.of(request.getQueryString());
        this.session = session;
        this.json = json;
    }

    public HttpServletRequest request() {
        return request;
    }

    /** Value of a path parameter. */
    public String path(String name) {
        return path.get(name);
    }

    public Query query() {
        return query;
    }

    /** Who calls; never null on routes that need a token. */
    public Session session() {
        return session;
    }

    /** The body as JSON, whatever the content type says (fylr-spec 1.5). */
    public JsonNode body() throws IOException {
        return json.read(request);
    }

    public ArrayNode bodyArray() throws IOException {
        JsonNode body = body();
        if (body instanceof ArrayNode array) {
            return array;
        }
        throw new ApiException(Failures.wrongBody("an array"));
    }

    public ObjectNode bodyObject() throws IOException {
        JsonNode body = body();
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new ApiException(Failures.wrongBody("an object"));
    }
}
