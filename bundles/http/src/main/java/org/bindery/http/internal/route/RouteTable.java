package org.bindery.http.internal.route;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the router of all routes that are there now; a new one whenever a source comes or goes. */
@Component(service = RouteTable.class)
public final class RouteTable {

    private final List<RouteSource> sources = new CopyOnWriteArrayList<>();
    private volatile Router router = new Router(List.of());

    public Router router() {
        return router;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(RouteSource source) {
        sources.add(source);
        rebuild();
    }

    public void removeSource(RouteSource source) {
        sources.remove(source);
        rebuild();
    }

    private synchronized void rebuild() {
        router = new Router(
                sources.stream().flatMap(source -> source.routes().stream()).toList());
    }
}
