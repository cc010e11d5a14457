package org.bindery.http.internal.backend;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bindery.hub.health.ReadinessCheck;
import org.bindery.hub.plugin.PluginCatalogue;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The backend port that plugins know as {@code fylr.localhost:8082} (fylr-spec 14): {@code /inspect} without a token, so
 * it listens on the loopback address only.
 */
@Component(service = ReadinessCheck.class)
public final class BackendServer implements ReadinessCheck {

    private static final int BACKLOG = 50;

    private final PluginCatalogue catalogue;
    private final int port;
    private HttpServer server;
    private String problem = "";

    @Activate
    public BackendServer(BundleContext context, @Reference PluginCatalogue catalogue) {
        this.catalogue = catalogue;
        String setting = context.getProperty("bindery.backend.port");
        this.port = setting == null ? 0 : Integer.parseInt(setting);
        if (port != 0) {
            listen();
        }
    }

    private void listen() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            server.createContext("/inspect/plugins", this::plugins);
            server.start();
        } catch (IOException taken) {
            problem = "Backend port " + port + " cannot be opened (" + taken.getMessage()
                    + "). Set BINDERY_BACKEND_PORT to a free port, or to 0 for none.";
        }
    }

    @Deactivate
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Override
    public String name() {
        return "backend";
    }

    @Override
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    private void plugins(HttpExchange exchange) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode plugins = body.putArray("Plugins");
        catalogue.plugins().stream()
                .filter(plugin -> !plugin.plugin().isEmpty())
                .forEach(plugin -> plugins.addObject()
                        .put("Name", plugin.plugin())
                        .put("Enabled", plugin.state() == State.ACTIVE));
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
