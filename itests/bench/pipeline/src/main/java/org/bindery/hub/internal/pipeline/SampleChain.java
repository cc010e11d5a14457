package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveBatch;
import org.bindery.api.save.SaveInfo;
import org.bindery.api.save.SaveObject;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.bindery.hub.plugin.PluginGate;

/** The chain of the hub with sample steps, five to a plugin, behind a gate that is always open. */
final class SampleChain implements PreSaveChain, AutoCloseable {

    private static final int STEPS_OF_A_PLUGIN = 5;

    private final StepRegistry registry = new StepRegistry(PipelineSettings.of(Limits.DEFAULT));
    private final StepChain chain;

    SampleChain(int steps, int changing) {
        for (int i = 0; i < steps; i++) {
            // Spread the changing steps evenly: each one makes the next steps see another object.
            boolean changes = changing > 0 && i % Math.max(1, steps / changing) == 0;
            registry.add(i, plugin(i), properties(i), new Fixed(changes ? changing(i) : SampleChain::read));
        }
        chain = new StepChain(new OpenGate(), registry, Limits.DEFAULT);
    }

    private static PluginInfo plugin(int step) {
        int number = step / STEPS_OF_A_PLUGIN;
        return new PluginInfo("plugin-" + number, "1.0.0", 100L + number, Set.of());
    }

    private static Map<String, Object> properties(int step) {
        return Map.of(
                StepProperties.STEP,
                "step-" + step,
                StepProperties.ORDER,
                step,
                StepProperties.OBJECTTYPES,
                SampleObjects.OBJECTTYPE);
    }

    private static PreSaveResult read(SaveBatch batch) {
        for (SaveObject object : batch.objects()) {
            boolean complete = object.field("title").isTextual()
                    && object.field("year").isNumber()
                    && !object.field("place").isMissingNode();
            if (!complete) {
                throw new IllegalStateException("The sample object is not what it should be");
            }
        }
        return PreSaveResult.unchanged();
    }

    private static PreSaveStep changing(int step) {
        String mark = "changed by " + step;
        return batch -> batch.changeEach(object -> object.fields().put("remark", mark));
    }

    @Override
    public List<ObjectNode> run(SaveInfo info, List<ChainObject> objects) {
        return chain.run(info, objects);
    }

    /** Runs the steps without a worker. */
    List<ObjectNode> runHere(SaveInfo info, List<ChainObject> objects) {
        WorkingBatch batch = new WorkingBatch(objects);
        registry.current().run(new ChainRun(info, batch, new Unwatched()));
        return batch.objects();
    }

    @Override
    public void close() {
        chain.close();
    }

    private record Fixed(PreSaveStep step) implements StepHandle.Source {
        @Override
        public PreSaveStep open() {
            return step;
        }

        @Override
        public void close(PreSaveStep gone) {
            // The step lives as long as the benchmark.
        }
    }

    private static final class OpenGate implements PluginGate {
        @Override
        public Pass enterChain() {
            return () -> {};
        }

        @Override
        public Pass enter(String plugin) {
            return enterChain();
        }

        @Override
        public Closing close(String plugin, Duration wait) {
            throw new UnsupportedOperationException("Nothing is swapped here");
        }
    }

    private record Unwatched() implements StepWatch {
        @Override
        public void begin(TimedStep step) {
            // Nobody waits.
        }

        @Override
        public boolean isAwaited() {
            return true;
        }
    }
}
