package org.bindery.hub.internal.pipeline;

import java.util.List;
import org.bindery.hub.internal.pipeline.ChainSnapshot.ChainStep;
import org.bindery.hub.pipeline.PipelineService.RefusedStep;
import org.bindery.hub.pipeline.PipelineService.StepView;
import org.bindery.hub.pipeline.PipelineService.WorkerView;

/** Shows the current snapshot to administrators. */
record PipelineView(StepRegistry registry, StepChain chain) {

    List<StepView> steps() {
        return registry.current().steps().stream().map(PipelineView::shown).toList();
    }

    private static StepView shown(ChainStep step) {
        ChainPlan.Place place = step.place();
        StepIdentity identity = place.identity();
        return new StepView(
                identity.plugin(),
                identity.version(),
                identity.step(),
                place.declaration().objecttypes().stream().sorted().toList(),
                place.budgetMillis(),
                place.reasons(),
                step.handle().figures().view());
    }

    List<RefusedStep> refused() {
        return registry.current().plan().refused().stream()
                .map(refusal -> new RefusedStep(
                        refusal.step().plugin(),
                        refusal.step().version(),
                        refusal.step().step(),
                        refusal.reason()))
                .toList();
    }

    List<String> notices() {
        return registry.current().plan().notices();
    }

    WorkerView workers() {
        return new WorkerView(chain.places(), chain.busy(), registry.hung());
    }
}
