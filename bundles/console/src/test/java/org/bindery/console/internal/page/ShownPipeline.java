package org.bindery.console.internal.page;

import java.util.List;
import org.bindery.hub.pipeline.PipelineService;

/** A pipeline that shows what it is given. */
record ShownPipeline(List<StepView> steps, List<RefusedStep> refused, List<String> notices, WorkerView workers)
        implements PipelineService {

    static ShownPipeline of(StepView... steps) {
        return new ShownPipeline(List.of(steps), List.of(), List.of(), new WorkerView(8, 0, 0));
    }
}
