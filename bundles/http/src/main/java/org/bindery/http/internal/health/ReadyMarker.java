package org.bindery.http.internal.health;

import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the condition {@code bindery.ready} once every part is ready: the launcher's sign to say so. */
@Component(service = {})
public final class ReadyMarker {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyMarker.class);

    private final Readiness readiness;
    private final BundleContext context;
    private final Thread watcher;

    @Activate
    public ReadyMarker(@Reference Readiness readiness, BundleContext context) {
        this.readiness = readiness;
        this.context = context;
        this.watcher = new Thread(this::publishWhenReady, "bindery-ready");
        watcher.setDaemon(true);
        watcher.start();
    }

    @Deactivate
    void stop() {
        watcher.interrupt();
    }

    private void publishWhenReady() {
        try {
            while (!readiness.problems().isEmpty()) {
                Thread.sleep(readiness.pollMillis());
            }
            context.registerService(
                    Condition.class,
                    Condition.INSTANCE,
                    FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, "bindery.ready", "bindery.ready", true)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            LOG.debug("Stopped before everything was ready: {}", readiness.problems());
        }
    }
}
