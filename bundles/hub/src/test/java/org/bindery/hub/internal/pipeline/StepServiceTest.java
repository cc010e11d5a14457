package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Hashtable;
import org.bindery.api.save.PreSaveStep;
import org.bindery.hub.plugin.TestFramework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class StepServiceTest {

    @TempDir
    Path storage;

    @Test
    void givingAServiceBackAfterTheFrameworkTookItIsNoError() throws Exception {
        StepService service;
        PreSaveStep step;
        try (TestFramework framework = new TestFramework(storage)) {
            BundleContext context = framework.context();
            ServiceRegistration<PreSaveStep> registration =
                    context.registerService(PreSaveStep.class, TestChain.appends("!"), new Hashtable<>());
            service = new StepService(context.getServiceObjects(registration.getReference()));
            step = service.open();
            assertThat(step).isNotNull();
            registration.unregister();
            service.close(step);
            assertThat(service.open()).isNull();
        }

        service.close(step);
    }
}
