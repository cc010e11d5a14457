package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

class HttpEndpointTest {

    @TempDir
    private Path folder;

    @Test
    void findsThePortTheServerHas() {
        assertThat(port(new String[] {"https://host:1/", "http://127.0.0.1:4711/"}))
                .contains(4711);
        assertThat(port(List.of("http://[::1]:4712/"))).contains(4712);
        assertThat(port("http://localhost:4713/")).contains(4713);
    }

    @Test
    void findsNothingWithoutAServer() {
        assertThat(port(new String[] {"/"})).isEmpty();
        try (TestFramework test = new TestFramework(folder.resolve("cache"))) {
            assertThat(HttpEndpoint.port(test.context())).isEmpty();
        }
    }

    private Optional<Integer> port(Object endpoints) {
        try (TestFramework test = new TestFramework(folder.resolve("cache"))) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("osgi.http.endpoint", endpoints);
            test.context()
                    .registerService("org.osgi.service.servlet.runtime.HttpServiceRuntime", new Unused(), properties);
            return HttpEndpoint.port(test.context());
        }
    }

    /** Only the properties are read; a factory spares the test the servlet API. */
    private static final class Unused implements ServiceFactory<Object> {
        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            throw new AssertionError("nobody asks for the object");
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {}
    }
}
