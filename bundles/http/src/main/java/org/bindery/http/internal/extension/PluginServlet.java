package org.bindery.http.internal.extension;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.wire.Caller;
import org.bindery.http.internal.wire.Failures;
import org.bindery.http.internal.wire.Responses;
import org.bindery.hub.access.Session;
import org.osgi.framework.ServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before a plugin's servlet: checks the caller, and turns the plugin's failures into the error envelope. */
final class PluginServlet implements Servlet {

    private static final Logger LOG = LoggerFactory.getLogger(PluginServlet.class);

    private final ServiceObjects<Servlet> source;
    private final EndpointProperties endpoint;
    private final Caller caller;
    private volatile Servlet servlet;

    PluginServlet(ServiceObjects<Servlet> source, EndpointProperties endpoint, Caller caller) {
        this.source = source;
        this.endpoint = endpoint;
        this.caller = caller;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        Servlet got = source.getService();
        if (got == null) {
            throw new ServletException("Plugin " + endpoint.plugin() + " took its servlet back");
        }
        got.init(config);
        servlet = got;
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException {
        HttpServletRequest call = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        try {
            Optional<Session> session = admitted(call);
            servlet.service(new CallerRequest(call, session), response);
        } catch (ApiException refused) {
            Responses.write(call, answer, refused.error());
        } catch (ServletException | RuntimeException | LinkageError | StackOverflowError failure) {
            LOG.error("Plugin {}: {} {} failed", endpoint.plugin(), call.getMethod(), call.getRequestURI(), failure);
            String pattern = String.join(", ", endpoint.patterns());
            Responses.write(call, answer, Failures.pluginFailed(endpoint.plugin(), pattern, failure));
        }
    }

    private Optional<Session> admitted(HttpServletRequest call) {
        Optional<Session> session = caller.session(call);
        if (session.isEmpty() && !endpoint.anonymous()) {
            throw new ApiException(Failures.userRequired());
        }
        if (!endpoint.roles().isEmpty() && session.filter(this::hasRole).isEmpty()) {
            throw new ApiException(Failures.roleRequired(endpoint.plugin(), String.join(", ", endpoint.roles())));
        }
        return session;
    }

    private boolean hasRole(Session session) {
        return session.isRoot() || session.roles().stream().anyMatch(endpoint.roles()::contains);
    }

    @Override
    public void destroy() {
        Servlet old = servlet;
        if (old != null) {
            old.destroy();
            source.ungetService(old);
        }
    }

    @Override
    public ServletConfig getServletConfig() {
        return servlet.getServletConfig();
    }

    @Override
    public String getServletInfo() {
        return "Endpoint of plugin " + endpoint.plugin();
    }
}
