package org.bindery.http.internal.extension;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bindery.http.internal.ApiServer;
import org.bindery.http.internal.ApiServer.Reply;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

class PluginServletTest {

    @Test
    void a_call_without_a_token_is_refused_unless_the_endpoint_is_anonymous() {
        assertThat(call(endpoint(false, Set.of())).code()).isEqualTo("UserRequired");
        assertThat(call(endpoint(true, Set.of())).response().body()).isEqualTo("null");
    }

    @Test
    void the_plugin_sees_its_caller() {
        assertThat(call(endpoint(false, Set.of()), "Authorization", "Bearer guest")
                        .response()
                        .body())
                .isEqualTo("guest");
    }

    @Test
    void a_declared_role_is_required_and_root_has_every_role() {
        EndpointProperties editors = endpoint(false, Set.of("editor"));
        Reply refused = call(editors, "Authorization", "Bearer guest");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/parameters/plugin").asText()).isEqualTo("shelf");
        assertThat(call(editors, "Authorization", "Bearer root").status()).isEqualTo(200);
        assertThat(call(endpoint(true, Set.of("guest")), "Authorization", "Bearer guest")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_failure_of_the_plugin_names_it() {
        HttpServlet broken = new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                throw new NoClassDefFoundError("gone");
            }
        };
        Reply reply = call(broken, endpoint(true, Set.of()));
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("PluginEndpointFailed");
        assertThat(reply.json().at("/parameters/plugin").asText()).isEqualTo("shelf");
    }

    private static EndpointProperties endpoint(boolean anonymous, Set<String> roles) {
        return new EndpointProperties("shelf", List.of("/who"), anonymous, roles);
    }

    private static Reply call(EndpointProperties endpoint, String... headers) {
        return call(new WhoServlet(), endpoint, headers);
    }

    private static Reply call(Servlet servlet, EndpointProperties endpoint, String... headers) {
        PluginServlet guarded = new PluginServlet(new One(servlet), endpoint, ApiServer.caller());
        try (ApiServer server = new ApiServer().with("/who", guarded).start()) {
            return server.get("/who", headers);
        }
    }

    private static final class WhoServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteUser());
        }
    }

    /** Gives out one servlet. */
    private record One(Servlet servlet) implements ServiceObjects<Servlet> {

        @Override
        public Servlet getService() {
            return servlet;
        }

        @Override
        public void ungetService(Servlet service) {
            assertThat(service).isSameAs(servlet);
        }

        @Override
        public ServiceReference<Servlet> getServiceReference() {
            throw new UnsupportedOperationException();
        }
    }
}
