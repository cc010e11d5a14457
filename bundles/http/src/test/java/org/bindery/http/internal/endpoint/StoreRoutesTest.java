package org.bindery.http.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bindery.api.error.ApiException;
import org.bindery.http.internal.route.Access;
import org.bindery.http.internal.route.Answer;
import org.bindery.http.internal.route.Route;
import org.bindery.hub.store.MaintenanceRefusedException;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.hub.store.StoreStatus.OperationView;
import org.bindery.hub.store.StoreStatus.View;
import org.junit.jupiter.api.Test;

class StoreRoutesTest {

    private final View view = new View("embedded", "", 3, 1, List.of(new OperationView("find", 7, 0, 10, 20, 30)));
    private final StoreRoutes routes = new StoreRoutes(() -> view, new StoreMaintenance() {
        @Override
        public Backup backup() {
            return new Backup(Path.of("/backup/bindery.db"), 42);
        }

        @Override
        public Check check() {
            throw new MaintenanceRefusedException("A check is running.", null);
        }
    });

    @Test
    void showsTheStoresFigures() throws Exception {
        assertThat(answer("GET", "/api/v1/bindery/store").body().toString())
                .contains("\"kind\":\"embedded\"", "\"open_connections\":3", "\"p95_micros\":20");
    }

    @Test
    void tellsWhereABackupIs() throws Exception {
        assertThat(answer("POST", "/api/v1/bindery/store/backup").body().toString())
                .contains("\"file\":\"" + Path.of("/backup/bindery.db") + "\"", "\"bytes\":42");
    }

    @Test
    void answersARefusalAsAConflictWithItsReason() {
        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> answer("POST", "/api/v1/bindery/store/check"));
        assertThat(refused.error().statuscode()).isEqualTo(409);
        assertThat(refused.error().error()).isEqualTo("A check is running.");
    }

    @Test
    void isForRootOnly() {
        assertThat(routes.routes()).extracting(Route::access).containsOnly(Access.ROOT);
    }

    private Answer answer(String method, String path) throws IOException {
        Route wanted = routes.routes().stream()
                .filter(route -> route.method().equals(method)
                        && route.path()
                                .match(List.of(path.substring(1).split("/", -1)))
                                .isPresent())
                .findFirst()
                .orElseThrow();
        return wanted.handler().answer(null);
    }
}
