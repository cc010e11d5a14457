package org.bindery.http.internal.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteSource;
import org.bindery.hub.pipeline.PipelineService;
import org.bindery.hub.plugin.PluginCatalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/bindery}: the live chain of steps, and what became of each file in the deploy folder. */
@Component(service = RouteSource.class)
public final class AdminRoutes implements RouteSource {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final PipelineService pipeline;
    private final PluginCatalogue catalogue;

    @Activate
    public AdminRoutes(@Reference PipelineService pipeline, @Reference PluginCatalogue catalogue) {
        this.pipeline = pipeline;
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/bindery/pipeline", Access.ROOT, call -> chain()),
                Route.get("/api/v1/bindery/plugins", Access.ROOT, call -> named("plugins", catalogue.plugins())));
    }

    private Answer chain() {
        ObjectNode body = JSON.createObjectNode();
        body.set("steps", JSON.valueToTree(pipeline.steps()));
        body.set("refused", JSON.valueToTree(pipeline.refused()));
        body.set("notices", JSON.valueToTree(pipeline.notices()));
        body.set("workers", JSON.valueToTree(pipeline.workers()));
        return Answer.ok(body);
    }

    private static Answer named(String name, List<?> items) {
        ObjectNode body = JSON.createObjectNode();
        body.set(name, JSON.valueToTree(items));
        return Answer.ok(body);
    }
}
