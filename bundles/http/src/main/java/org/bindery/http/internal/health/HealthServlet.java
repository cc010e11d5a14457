package org.bindery.http.internal.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.ApiContext;
import org.bindery.http.internal.wire.Responses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /health/live}: the process answers. {@code GET /health/ready}: 200, or 503 with who is not ready. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health/ready", "/health/live"})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ApiContext.NAME + ")")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean live = request.getServletPath().endsWith("/live");
        Responses.write(response, live ? Answer.ok(status("live")) : ready(readiness.problems()));
    }

    private static Answer ready(Map<String, String> problems) {
        ObjectNode body = status(problems.isEmpty() ? "ready" : "starting");
        ObjectNode reasons = body.putObject("reasons");
        problems.forEach(reasons::put);
        return Answer.of(problems.isEmpty() ? 200 : 503, body);
    }

    private static ObjectNode status(String status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }
}
