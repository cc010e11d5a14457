package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bindery.hub.pipeline.PipelineService.StepMetrics;
import org.junit.jupiter.api.Test;

class StepFiguresTest {

    private final StepFigures figures = new StepFigures();

    @Test
    void callsErrorsAndTheLastErrorAreCounted() {
        figures.succeeded(5_000);
        figures.failed(5_000, "first");
        figures.failed(5_000, "second\nline");

        StepMetrics view = figures.view();

        assertThat(view.calls()).isEqualTo(3);
        assertThat(view.errors()).isEqualTo(2);
        assertThat(view.lastError()).isEqualTo("second line");
        assertThat(Instant.parse(view.lastErrorAt())).isBeforeOrEqualTo(Instant.now());
        assertThat(view.p50Micros()).isBetween(4L, 5L);
    }

    @Test
    void aCallThatHangsIsShownUntilItReturns() {
        figures.hangs();
        assertThat(figures.view().hung()).isEqualTo(1);

        figures.returned();
        assertThat(figures.view().hung()).isZero();
        assertThat(figures.view().lastError()).isEmpty();
    }
}
