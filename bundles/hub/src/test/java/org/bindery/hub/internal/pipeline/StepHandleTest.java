package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.hub.internal.pipeline.TestChain.FixedSource;
import org.junit.jupiter.api.Test;

class StepHandleTest {

    @Test
    void theLastHolderGivesTheServiceBackOnce() {
        FixedSource source = new FixedSource(TestChain.appends("!"));
        StepHandle handle = new StepHandle(source, source.step);
        handle.retain();

        handle.release();
        assertThat(source.closed).hasValue(0);

        handle.release();
        assertThat(source.closed).hasValue(1);
    }
}
