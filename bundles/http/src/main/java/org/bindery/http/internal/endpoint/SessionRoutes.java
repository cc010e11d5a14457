package org.bindery.http.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Call;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteSource;
import org.bindery.http.internal.wire.Bearer;
import org.bindery.hub.access.Session;
import org.osgi.service.component.annotations.Component;

/** {@code GET /api/v1/user/session}: who the token stands for (fylr-spec 13.5). */
@Component(service = RouteSource.class)
public final class SessionRoutes implements RouteSource {

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/user/session", Access.USER, SessionRoutes::session));
    }

    private static Answer session(Call call) {
        Session session = call.session();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", Bearer.token(call.request()).orElse(""));
        body.put("authenticated", true);
        body.set("user", user(session));
        body.putArray("groups");
        ObjectNode rights = body.putObject("system_rights");
        if (session.isRoot()) {
            rights.putObject("system.root");
        }
        body.put("frontend_language", session.languages().stream().findFirst().orElse("en-US"));
        return Answer.ok(body);
    }

    private static ObjectNode user(Session session) {
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("_basetype", "user");
        user.putObject("user")
                .put("_id", session.user().id())
                .put("login", session.user().login())
                .put("_generated_displayname", session.user().displayName());
        return user;
    }
}
