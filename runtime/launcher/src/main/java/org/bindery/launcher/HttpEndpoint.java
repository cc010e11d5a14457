package org.bindery.launcher;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The port the HTTP server really has: with port 0 only the server knows. */
final class HttpEndpoint {

    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String ENDPOINTS = "osgi.http.endpoint";

    private HttpEndpoint() {}

    static Optional<Integer> port(BundleContext context) {
        try {
            ServiceReference<?>[] runtimes = context.getAllServiceReferences(RUNTIME, null);
            return Stream.ofNullable(runtimes)
                    .flatMap(Arrays::stream)
                    .flatMap(runtime -> strings(runtime.getProperty(ENDPOINTS)).stream())
                    .map(URI::create)
                    .filter(endpoint -> "http".equals(endpoint.getScheme()) && endpoint.getPort() > 0)
                    .map(URI::getPort)
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Service properties of type String+ come as one string, an array or a collection. */
    private static List<String> strings(Object property) {
        if (property instanceof String[] array) {
            return List.of(array);
        }
        if (property instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf).toList();
        }
        return property == null ? List.of() : List.of(String.valueOf(property));
    }
}
