package org.bindery.http.internal.route;

import java.util.List;

/** A component that contributes routes to the API; published as a service inside this bundle. */
public interface RouteSource {

    /** The routes, the same ones on each call. */
    List<Route> routes();
}
