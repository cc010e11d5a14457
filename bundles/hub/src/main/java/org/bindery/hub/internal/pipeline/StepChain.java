package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindery.api.save.SaveInfo;
import org.bindery.hub.internal.pipeline.PipelineSettings.Limits;
import org.bindery.hub.plugin.PluginGate;

/**
 * Runs saves through the current snapshot: one hand-over to a worker for the whole chain, and none if no step wants an
 * object. A save inside a save passes the gate with the outer one, so that a swap cannot stop it half way.
 */
final class StepChain implements PreSaveChain {

    private final PluginGate gate;
    private final StepRegistry registry;
    private volatile Pool pool;

    /** The workers and the limits they were made with. */
    private record Pool(Workers workers, Limits limits) {

        static Pool of(Limits limits) {
            return new Pool(new Workers(limits.workers(), limits.depth(), limits.workerWait()), limits);
        }
    }

    StepChain(PluginGate gate, StepRegistry registry, Limits limits) {
        this.gate = gate;
        this.registry = registry;
        this.pool = Pool.of(limits);
    }

    @Override
    public List<ObjectNode> run(SaveInfo info, List<ChainObject> objects) {
        int depth = Math.max(info.depth(), Workers.depthHere() + 1);
        Pool now = pool;
        if (depth > now.limits().depth()) {
            throw StepErrors.tooDeep(depth, now.limits().depth(), Workers.trailHere());
        }
        WorkingBatch batch = new WorkingBatch(objects);
        if (depth > 0) {
            return runInside(now, at(depth, info), batch);
        }
        PluginGate.Pass pass = gate.enterChain();
        try {
            return runInside(now, info, batch);
        } finally {
            pass.close();
        }
    }

    private List<ObjectNode> runInside(Pool now, SaveInfo info, WorkingBatch batch) {
        ChainSnapshot snapshot = registry.enter();
        if (!snapshot.hasStepFor(batch)) {
            snapshot.leave();
            return batch.objects();
        }
        Handoff handoff = new Handoff(snapshot, now.limits().budget(), watch -> {
            snapshot.run(new ChainRun(info, batch, watch));
            return batch.objects();
        });
        try {
            now.workers().start(info.depth(), handoff);
        } catch (RuntimeException | Error refused) {
            snapshot.leave();
            throw refused;
        }
        return handoff.await();
    }

    private static SaveInfo at(int depth, SaveInfo info) {
        return depth == info.depth()
                ? info
                : new SaveInfo(
                        info.user(), info.method(), info.path(), info.query(), info.languages(), info.dryRun(), depth);
    }

    int places() {
        return pool.workers().places();
    }

    int busy() {
        return pool.workers().busy();
    }

    /** The settings changed; running saves end on the old workers, which end when they stay idle. */
    void configure(Limits limits) {
        if (!pool.limits().equals(limits)) {
            pool = Pool.of(limits);
        }
    }

    /** Interrupts what still runs. */
    void close() {
        pool.workers().close();
    }
}
