package org.bindery.deploy.internal.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says in plain words which components of a running plugin do not work, and what they wait for. */
public final class ComponentNeeds {

    private static final int MAX_FAILURE = 300;

    private final ServiceComponentRuntime components;

    /** @param components the runtime of Declarative Services */
    public ComponentNeeds(ServiceComponentRuntime components) {
        this.components = components;
    }

    /** @return one sentence for each component that does not work; empty if all do */
    public String of(Bundle bundle) {
        List<String> sentences = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configured : components.getComponentConfigurationDTOs(component)) {
                sentence(component, configured).forEach(sentences::add);
            }
        }
        return String.join(" ", sentences);
    }

    private static Stream<String> sentence(ComponentDescriptionDTO component, ComponentConfigurationDTO configured) {
        String who = "Component " + component.name;
        return switch (configured.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                Stream.of(who + " waits for a configuration of PID " + String.join(" or ", component.configurationPid)
                        + ".");
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Arrays.stream(configured.unsatisfiedReferences)
                        .map(reference -> who + " waits for service " + service(component, reference)
                                + ": deploy the plugin that offers it.");
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Stream.of(who + " failed to start: " + firstLine(configured.failure));
            default -> Stream.empty();
        };
    }

    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String type = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(unsatisfied.name);
        return unsatisfied.target == null ? type : type + " with " + unsatisfied.target;
    }

    private static String firstLine(String failure) {
        String line = failure == null ? "unknown" : failure.lines().findFirst().orElse("unknown");
        return line.length() > MAX_FAILURE ? line.substring(0, MAX_FAILURE) : line;
    }
}
