package org.bindery.http.internal.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.function.Supplier;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Route;
import org.bindery.http.internal.route.RouteSource;
import org.bindery.hub.store.MaintenanceRefusedException;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.hub.store.StoreStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/bindery/store}: the store's figures, a backup, a check. */
@Component(service = RouteSource.class)
public final class StoreRoutes implements RouteSource {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final StoreStatus status;
    private final StoreMaintenance maintenance;

    @Activate
    public StoreRoutes(@Reference StoreStatus status, @Reference StoreMaintenance maintenance) {
        this.status = status;
        this.maintenance = maintenance;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/bindery/store", Access.ROOT, call -> answer(status::view)),
                Route.post(
                        "/api/v1/bindery/store/backup", Access.ROOT, call -> answer(() -> made(maintenance.backup()))),
                Route.post("/api/v1/bindery/store/check", Access.ROOT, call -> answer(maintenance::check)));
    }

    /** A backup as it is told: a path as text, not as the address Jackson makes of it. */
    private record Made(String file, long bytes) {}

    private static Made made(StoreMaintenance.Backup backup) {
        return new Made(backup.file().toString(), backup.bytes());
    }

    private static Answer answer(Supplier<Object> work) {
        try {
            return Answer.ok(JSON.valueToTree(work.get()));
        } catch (MaintenanceRefusedException e) {
            throw new ApiException(
                    ApiError.of("MaintenanceRefused", 409, e.getMessage())
                            .describedBy("The store itself is not affected."),
                    e);
        }
    }
}
