package org.bindery.exec.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bindery.exec.Failure;
import org.bindery.exec.ServiceState;
import org.bindery.exec.internal.Definitions.ServiceDefinition;

/** The configured services: their checks and their waiting groups. */
final class Services {

    private final Map<String, ServiceDefinition> services;
    private final Map<String, WaitingGroup> groups = new TreeMap<>();
    private final ServiceChecks checks;

    Services(Definitions definitions, int depth, WaitingGroup.Patience patience, ServiceChecks checks) {
        this.services = definitions.services();
        this.checks = checks;
        definitions
                .groups()
                .forEach((name, places) -> groups.put(name, new WaitingGroup(name, places, depth, patience)));
    }

    /** @return the service if it can run programs */
    ServiceDefinition usable(String caller, String name) throws CallFailedException {
        ServiceDefinition service = services.get(name);
        if (service == null) {
            throw missing(caller, name, "is not configured", "Services here: " + services.keySet());
        }
        ServiceChecks.Verdict verdict = checks.of(service);
        if (!verdict.usable()) {
            throw missing(caller, name, "cannot be used", verdict.text());
        }
        return service;
    }

    private static CallFailedException missing(String caller, String service, String what, String remedy) {
        return new CallFailedException(
                Failure.Kind.SERVICE_MISSING, caller + " needs service " + service + ", which " + what, remedy);
    }

    WaitingGroup group(ServiceDefinition service) {
        return groups.get(service.group());
    }

    List<ServiceState> states() {
        return services.values().stream().map(this::state).toList();
    }

    ServiceState check(String name) {
        Optional<ServiceDefinition> service = Optional.ofNullable(services.get(name));
        service.ifPresent(checks::forget);
        return service.map(this::state)
                .orElseGet(() -> new ServiceState(
                        name, "", 0, 0, 0, false, "It is not configured. Services here: " + services.keySet()));
    }

    private ServiceState state(ServiceDefinition service) {
        ServiceChecks.Verdict verdict = checks.of(service);
        WaitingGroup group = group(service);
        return new ServiceState(
                service.name(),
                group.name(),
                group.places(),
                group.running(),
                group.waiting(),
                verdict.usable(),
                verdict.text());
    }
}
