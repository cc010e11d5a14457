package org.bindery.http.internal.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Call;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteSource;
import org.bindery.hub.schema.SchemaService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The data model: {@code /api/v1/schema}, {@code /api/v1/mask} and {@code /api/v1/objecttype} (fylr-spec 13.4). */
@Component(service = RouteSource.class)
public final class SchemaRoutes implements RouteSource {

    private final SchemaService schema;

    @Activate
    public SchemaRoutes(@Reference SchemaService schema) {
        this.schema = schema;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/schema/user/{version}", Access.USER, this::schema),
                Route.post("/api/v1/schema/user/HEAD", Access.ROOT, this::saveHead),
                Route.post("/api/v1/schema/commit", Access.ROOT, this::commit),
                Route.get("/api/v1/mask/{version}", Access.USER, this::masks),
                Route.post("/api/v1/mask/HEAD", Access.ROOT, this::saveMasks),
                Route.get("/api/v1/objecttype", Access.USER, call -> Answer.ok(schema.objecttypes())));
    }

    private Answer schema(Call call) {
        return Answer.ok(schema.schema(call.path("version")));
    }

    private Answer saveHead(Call call) throws IOException {
        return Answer.ok(schema.saveHead(call.session(), call.bodyObject()));
    }

    private Answer commit(Call call) {
        schema.commit(call.session());
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("status", "ok"));
    }

    private Answer masks(Call call) {
        return Answer.ok(schema.masks(call.path("version")));
    }

    private Answer saveMasks(Call call) throws IOException {
        return Answer.ok(schema.saveMasks(call.session(), call.bodyObject()));
    }
}
