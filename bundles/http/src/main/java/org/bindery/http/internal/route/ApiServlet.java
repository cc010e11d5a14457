package org.bindery.http.internal.route;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.health.Readiness;
import org.bindery.http.internal.wire.Caller;
import org.bindery.http.internal.wire.Failures;
import org.bindery.http.internal.wire.HttpLimits;
import org.bindery.http.internal.wire.JsonReader;
import org.bindery.http.internal.wire.Leftover;
import org.bindery.http.internal.wire.PathSegments;
import org.bindery.http.internal.wire.Responses;
import org.bindery.hub.access.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way into the API: finds the route, checks the caller, and turns every failure into the error envelope. */
@Component(
        service = {Servlet.class, ApiServlet.class},
        configurationPid = "org.bindery.http")
@Designate(ocd = HttpLimits.class)
@HttpWhiteboardServletName("bindery.api")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ApiContext.NAME + ")")
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private final transient JsonReader json;
    private final transient Leftover leftover;
    private final transient RouteTable routes;
    private final transient Readiness readiness;
    private final transient Caller caller;

    @Activate
    public ApiServlet(
            @Reference RouteTable routes, @Reference Readiness readiness, @Reference Caller caller, HttpLimits limits) {
        this.caller = caller;
        this.routes = routes;
        this.readiness = readiness;
        this.json = new JsonReader(limits);
        this.leftover = new Leftover(limits);
    }

    @Override
    public void init() {
        readiness.listening();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Responses.write(response, answer(request));
        } catch (ApiException refused) {
            Responses.write(request, response, refused.error());
            leftover.takeIn(request, response);
        } catch (RuntimeException | StackOverflowError failure) {
            Responses.write(request, response, logged(request, failure));
        }
    }

    private Answer answer(HttpServletRequest request) throws IOException {
        List<String> path = PathSegments.of(request.getRequestURI());
        Router router = routes.router();
        Router.Match match = router.find(request.getMethod(), path)
                .orElseThrow(() -> new ApiException(unknown(request, router.methods(path))));
        Session session = session(request, match.route().access());
        return match.route().handler().answer(new Call(request, match.parameters(), session, json));
    }

    private ApiError unknown(HttpServletRequest request, Set<String> methods) {
        if (!readiness.problems().isEmpty()) {
            return Failures.notReady();
        }
        String method = request.getMethod();
        String path = request.getRequestURI();
        return methods.isEmpty()
                ? Failures.unknownEndpoint(method, path)
                : Failures.unknownMethod(method, path, String.join(", ", methods));
    }

    private Session session(HttpServletRequest request, Access needed) {
        if (needed == Access.ANONYMOUS) {
            return null;
        }
        Session session = caller.session(request).orElseThrow(() -> new ApiException(Failures.userRequired()));
        if (needed == Access.ROOT && !session.isRoot()) {
            throw new ApiException(Failures.rightRequired("system.root"));
        }
        return session;
    }

    private static ApiError logged(HttpServletRequest request, Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        return Failures.internal(reference);
    }
}
