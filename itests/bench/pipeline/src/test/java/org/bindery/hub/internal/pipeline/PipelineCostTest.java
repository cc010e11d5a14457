package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipelineCostTest {

    @Test
    void aRunPrintsWhatTwentyStepsCostOverNone() throws Exception {
        assertThat(PipelineCost.measure(
                        "-f", "0", "-wi", "0", "-i", "1", "-r", "20ms", "-p", "kind=insert", "-p", "changing=5"))
                .hasSize(2)
                .allMatch(line -> line.matches("20 steps over none, (save|stepsAlone), insert, .* us at the median.*"));
    }
}
