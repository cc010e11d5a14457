package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.hub.store.StoreStatus;
import org.bindery.hub.store.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class StoreOpenerTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestFolder home = new TestFolder();
    private final Set<Class<?>> published = ConcurrentHashMap.newKeySet();
    private final Map<String, String> properties = new ConcurrentHashMap<>();

    @AfterEach
    void delete() throws Exception {
        home.delete();
    }

    @Test
    void publishesTheRepositoriesWhenTheStoreIsOpenAndTakesThemBack() {
        StoreOpener opener = open();
        await(() -> opener.problem().isEmpty());
        await(() -> published.size() == 6);
        assertThat(published)
                .containsExactlyInAnyOrder(
                        RecordStore.class,
                        DocumentStore.class,
                        TokenStore.class,
                        IdSource.class,
                        StoreStatus.class,
                        StoreMaintenance.class);
        opener.close();
        assertThat(published).isEmpty();
        assertThat(Files.isDirectory(home.path().resolve("data").resolve("store")))
                .isTrue();
    }

    @Test
    void saysWhyTheStoreIsNotOpenAndTriesAgainUntilItIsClosed() {
        properties.put("bindery.mongo.uri", "http://nonsense");
        StoreOpener opener = open();
        assertThat(opener.name()).isEqualTo("store");
        await(() -> opener.problem().orElse("").contains("BINDERY_MONGO_URI"));
        properties.put("bindery.mongo.uri", "");
        await(() -> opener.problem().isEmpty());
        opener.close();
        assertThat(published).isEmpty();
    }

    @Test
    void closesWhatItOpenedWhenItIsClosedEarly() {
        open().close();
        assertThat(published).isEmpty();
        StoreOpener again = open();
        await(() -> again.problem().equals(Optional.empty()));
        again.close();
    }

    private StoreOpener open() {
        properties.put("bindery.home", home.path().toString());
        return new StoreOpener(context(), TestSettings.defaults());
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    case "registerService" -> registration((Class<?>) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private ServiceRegistration<?> registration(Class<?> type) {
        published.add(type);
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class}, (proxy, method, arguments) -> {
                    published.remove(type);
                    return null;
                });
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
