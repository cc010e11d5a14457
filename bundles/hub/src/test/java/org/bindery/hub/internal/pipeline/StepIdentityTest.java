package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepIdentityTest {

    @Test
    void aStepIsNamedWithItsPluginAndVersion() {
        assertThat(new StepIdentity("shelf", "1.0.0", "check")).hasToString("step check of plugin shelf 1.0.0");
    }
}
