package org.bindery.http.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindery.http.internal.ApiServer;
import org.bindery.http.internal.ApiServer.Reply;
import org.bindery.hub.health.ReadinessCheck;
import org.junit.jupiter.api.Test;

class HealthServletTest {

    @Test
    void it_says_who_is_not_ready_until_all_are() {
        Readiness readiness = new Readiness(ApiServer.readinessWithoutChecks());
        Check store = new Check();
        readiness.addCheck(store);
        try (ApiServer server = new ApiServer()
                .with("/health/ready", new HealthServlet(readiness))
                .start()) {
            Reply starting = server.get("/health/ready");
            assertThat(starting.status()).isEqualTo(503);
            assertThat(starting.json().at("/reasons/store").asText()).isEqualTo("opening");
            assertThat(starting.json().at("/reasons/http").asText()).contains("not listening");
            store.ready = true;
            readiness.listening();
            assertThat(server.get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void the_process_is_alive_before_it_is_ready() {
        Readiness readiness = new Readiness(ApiServer.readinessWithoutChecks());
        try (ApiServer server = new ApiServer()
                .with("/health/live", new HealthServlet(readiness))
                .start()) {
            assertThat(server.get("/health/live").status()).isEqualTo(200);
        }
    }

    private static final class Check implements ReadinessCheck {
        private volatile boolean ready;

        @Override
        public String name() {
            return "store";
        }

        @Override
        public Optional<String> problem() {
            return ready ? Optional.empty() : Optional.of("opening");
        }
    }
}
