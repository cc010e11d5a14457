package org.bindery.http.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindery.api.save.SaveUser;
import org.bindery.http.internal.health.Readiness;
import org.bindery.http.internal.route.ApiServlet;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteTable;
import org.bindery.http.internal.wire.Caller;
import org.bindery.http.internal.wire.HttpLimits;
import org.bindery.hub.access.AccessService;
import org.bindery.hub.access.Session;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.osgi.util.converter.Converters;

/** The API servlet on a real server with routes given by a test; two users, by the tokens {@code root} and {@code guest}. */
public final class ApiServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServletContextHandler context = new ServletContextHandler();

    /** Serves the routes below /api. */
    public static ApiServer of(List<Route> routes) {
        return new ApiServer().with("/api/*", apiServlet(routes)).start();
    }

    public ApiServer() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
    }

    public ApiServer with(String pattern, Servlet servlet) {
        context.addServlet(new ServletHolder(servlet), pattern);
        return this;
    }

    public ApiServer start() {
        try {
            server.start();
            return this;
        } catch (Exception failure) {
            throw new IllegalStateException("The test's server did not start", failure);
        }
    }

    private static ApiServlet apiServlet(List<Route> routes) {
        RouteTable table = new RouteTable();
        table.addSource(() -> routes);
        return new ApiServlet(table, new Readiness(readinessWithoutChecks()), caller(), limits());
    }

    public static Readiness.Settings readinessWithoutChecks() {
        return Converters.standardConverter()
                .convert(Map.of("checks", new String[0], "poll.millis", 1L))
                .to(Readiness.Settings.class);
    }

    public static HttpLimits limits() {
        return Converters.standardConverter()
                .convert(Map.of("max.body.bytes", 10_000L))
                .to(HttpLimits.class);
    }

    public static Caller caller() {
        return new Caller(new TwoUsers());
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The test's server did not stop", failure);
        }
    }

    /** What came back. */
    public record Reply(int status, HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(response.body(), notJson);
            }
        }

        public String code() {
            return json().path("code").asText();
        }
    }

    /** Tokens are logins: {@code root} may do everything, {@code guest} nothing special. */
    private static final class TwoUsers implements AccessService {

        @Override
        public IssuedToken login(String login, char[] password) {
            return new IssuedToken(login, Instant.now().plusSeconds(60), session(login));
        }

        @Override
        public Optional<Session> authenticate(String token) {
            return Set.of("root", "guest").contains(token) ? Optional.of(session(token)) : Optional.empty();
        }

        @Override
        public void logout(String token) {
            throw new UnsupportedOperationException(token);
        }

        private static Session session(String login) {
            return new Session(new SaveUser(1, login, login), Set.of(login), List.of("en-US"));
        }
    }
}
