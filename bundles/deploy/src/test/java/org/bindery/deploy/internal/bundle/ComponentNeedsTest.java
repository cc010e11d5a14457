package org.bindery.deploy.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class ComponentNeedsTest {

    private final ComponentDescriptionDTO component = new ComponentDescriptionDTO();
    private final ComponentConfigurationDTO configured = new ComponentConfigurationDTO();

    ComponentNeedsTest() {
        component.name = "org.example.Step";
        component.configurationPid = new String[] {"org.example.step"};
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "wood";
        reference.interfaceName = "org.example.Wood";
        component.references = new ReferenceDTO[] {reference};
    }

    @Test
    void a_component_that_waits_for_a_service_names_its_type_and_filter() {
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "wood";
        missing.target = "(kind=oak)";
        configured.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        configured.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};

        assertThat(sentence())
                .isEqualTo("Component org.example.Step waits for service org.example.Wood with (kind=oak):"
                        + " deploy the plugin that offers it.");
    }

    @Test
    void a_component_that_waits_for_its_configuration_names_the_pid() {
        configured.state = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;

        assertThat(sentence()).contains("configuration of PID org.example.step");
    }

    @Test
    void a_component_that_failed_shows_the_first_line_of_the_failure_only() {
        configured.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        configured.failure = "java.lang.IllegalStateException: no wood\n\tat org.example.Step";

        assertThat(sentence()).endsWith("IllegalStateException: no wood");
    }

    @Test
    void a_working_component_is_not_mentioned() {
        configured.state = ComponentConfigurationDTO.ACTIVE;

        assertThat(sentence()).isEmpty();
    }

    private String sentence() {
        ServiceComponentRuntime runtime = (ServiceComponentRuntime) Proxy.newProxyInstance(
                ServiceComponentRuntime.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, args) ->
                        method.getName().contains("Configuration") ? List.of(configured) : List.of(component));
        return new ComponentNeeds(runtime).of(null);
    }
}
