package org.bindery.http.internal.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the route of a call. Immutable; built anew when the routes change. */
public final class Router {

    private final List<Route> routes;

    public Router(Collection<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing((Route route) -> -route.path().literals()))
                .toList();
    }

    /**
     * A route with the values of its path parameters.
     *
     * @param route the route
     * @param parameters values by name
     */
    public record Match(Route route, Map<String, String> parameters) {}

    public Optional<Match> find(String method, List<String> path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Route route : routes) {
            if (route.method().equals(wanted)) {
                Optional<Map<String, String>> parameters = route.path().match(path);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(route, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that exist for a path; empty if the path is unknown. */
    public Set<String> methods(List<String> path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path().match(path).isPresent()) {
                methods.add(route.method());
            }
        }
        return methods;
    }
}
