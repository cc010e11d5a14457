package org.bindery.console.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindery.hub.pipeline.PipelineService.RefusedStep;
import org.bindery.hub.pipeline.PipelineService.StepMetrics;
import org.bindery.hub.pipeline.PipelineService.StepView;
import org.bindery.hub.pipeline.PipelineService.WorkerView;
import org.junit.jupiter.api.Test;

class PipelineTableTest {

    @Test
    void each_step_shows_its_place_the_reasons_and_its_figures() {
        StepMetrics metrics = new StepMetrics(7, 2, 11, 12, 13, 1, "<broken>", "2026-06-01T12:00:00Z");
        StepView step =
                new StepView("shelf", "1.0.0", "title", List.of("object"), 30_000, List.of("needs <wood>"), metrics);

        assertThat(PipelineTable.of(ShownPipeline.of(step)))
                .contains("shelf 1.0.0")
                .contains("<th scope=\"row\">title</th>")
                .contains("<td>object</td>")
                .contains("<li>needs &lt;wood&gt;</li>")
                .contains("<td class=\"number bad\">2</td>")
                .contains("&lt;broken&gt;");
    }

    @Test
    void steps_that_do_not_run_and_odd_settings_are_shown_with_their_reasons() {
        RefusedStep refused = new RefusedStep("shelf", "1.0.0", "nameless", "It has no <name>.");
        ShownPipeline pipeline =
                new ShownPipeline(List.of(), List.of(refused), List.of("An odd entry."), new WorkerView(8, 3, 1));

        assertThat(PipelineTable.of(pipeline))
                .contains("It has no &lt;name&gt;.")
                .contains("An odd entry.")
                .contains("3 of 8 workers busy, 1 of them hung");
    }

    @Test
    void an_empty_chain_says_so() {
        assertThat(PipelineTable.of(ShownPipeline.of())).contains("No plugin changes what is saved");
    }
}
