package org.bindery.http.internal.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindery.hub.health.ReadinessCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Collects who is not ready yet, and why. A part that must report and has not yet is not ready either. */
@Component(service = Readiness.class, configurationPid = "org.bindery.http.readiness")
public final class Readiness {

    /** What must be ready; PID {@code org.bindery.http.readiness}. */
    public @interface Settings {
        /** Names of the checks that must be there. */
        String[] checks() default {"store", "hub", "deploy"};

        /** How often the checks are asked until all are ready, in milliseconds. */
        long poll_millis() default 5;
    }

    private final List<ReadinessCheck> checks = new CopyOnWriteArrayList<>();
    private final Settings settings;
    private volatile boolean listening;

    @Activate
    public Readiness(Settings settings) {
        this.settings = settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(ReadinessCheck check) {
        checks.add(check);
    }

    void removeCheck(ReadinessCheck check) {
        checks.remove(check);
    }

    /** The API servlet is in service. */
    public void listening() {
        listening = true;
    }

    long pollMillis() {
        return settings.poll_millis();
    }

    /** Problems by name of the part; empty when all is ready. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!listening) {
            problems.put("http", "The HTTP server is not listening yet");
        }
        for (String name : settings.checks()) {
            problems.put(name, "Has not started yet");
        }
        for (ReadinessCheck check : checks) {
            problems.remove(check.name());
            check.problem().ifPresent(problem -> problems.put(check.name(), problem));
        }
        return problems;
    }
}
