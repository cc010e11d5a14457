package org.bindery.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bindery.hub.health.ReadinessCheck;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.RecordStore;
import org.bindery.hub.store.StoreMaintenance;
import org.bindery.hub.store.StoreStatus;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.TokenStore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store on a thread of its own, publishes the repositories when it is open, and tries again until it is. */
@Component(service = ReadinessCheck.class, configurationPid = "org.bindery.store")
@SuppressWarnings("FutureReturnValueIgnored") // every task catches its own failure and says it
public final class StoreOpener implements ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);

    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 10_000;
    private static final long CLOSE_SECONDS = 5;

    private final BundleContext context;
    private final StoreSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "bindery-store");
        named.setDaemon(true);
        return named;
    });
    private final Deque<ServiceRegistration<?>> published = new ArrayDeque<>();
    private volatile OpenedStore opened;
    private volatile boolean closing;
    private volatile String problem = "The store is opening";

    @Activate
    public StoreOpener(BundleContext context, StoreSettings settings) {
        this.context = context;
        this.settings = settings;
        thread.execute(() -> open(FIRST_RETRY_MILLIS));
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Optional<String> problem() {
        OpenedStore now = opened;
        return now == null ? Optional.of(problem) : now.problem();
    }

    private void open(long retryMillis) {
        try {
            publish(OpenedStore.open(property("bindery.mongo.uri"), data("store"), settings));
        } catch (IOException | RuntimeException failure) {
            tryAgain(failure, retryMillis);
        }
    }

    private void tryAgain(Exception failure, long retryMillis) {
        problem = failure.getMessage();
        if (closing) {
            return;
        }
        LOG.error("The store is not open: {} Trying again in {} ms.", problem, retryMillis);
        LOG.debug("Why the store is not open", failure);
        long next = Math.min(2 * retryMillis, LONGEST_RETRY_MILLIS);
        thread.schedule(() -> open(next), retryMillis, TimeUnit.MILLISECONDS);
    }

    private void publish(OpenedStore store) {
        if (closing) {
            store.close();
            return;
        }
        opened = store;
        StoreClient client = store.store();
        MongoTokenStore tokens = new MongoTokenStore(client, Clock.systemUTC());
        register(IdSource.class, new MongoIdSource(client, Duration.ofMillis(settings.reach_millis())));
        register(TokenStore.class, tokens);
        register(DocumentStore.class, new MongoDocumentStore(client));
        register(RecordStore.class, new MongoRecordStore(client));
        register(StoreStatus.class, store);
        register(StoreMaintenance.class, store.maintenance(data("backup")));
        long minutes = settings.sweep_minutes();
        thread.scheduleWithFixedDelay(() -> sweep(tokens), minutes, minutes, TimeUnit.MINUTES);
    }

    private <T> void register(Class<T> type, T service) {
        published.push(context.registerService(type, service, null));
    }

    private static void sweep(MongoTokenStore tokens) {
        try {
            LOG.debug("Removed {} expired tokens", tokens.sweep());
        } catch (StoreUnavailableException later) {
            LOG.warn("Expired tokens stay until the next sweep: {}", later.getMessage());
        }
    }

    private Path data(String name) {
        return Path.of(property("bindery.home"), "data", name);
    }

    private String property(String name) {
        String value = context.getProperty(name);
        return value == null ? "" : value;
    }

    @Deactivate
    void close() {
        closing = true;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The store was still opening when it had to close");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        published.forEach(ServiceRegistration::unregister);
        OpenedStore store = opened;
        if (store != null) {
            store.close();
        }
    }
}
