package org.bindery.hub.internal.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The chain at one moment. A save enters it once and runs all of it, whatever changes meanwhile. Once the snapshot is
 * retired and its last save has left, the steps' services are given back.
 */
final class ChainSnapshot {

    /**
     * One step, ready to run.
     *
     * @param place who, and why here
     * @param handle its service
     * @param link runs it
     */
    record ChainStep(ChainPlan.Place place, StepHandle handle, Link link) {}

    private final ChainPlan plan;
    private final List<ChainStep> steps;
    private final AtomicInteger hung;

    /** The saves inside, and one more while the snapshot is current. */
    private final AtomicInteger users = new AtomicInteger(1);

    /** Saves inside whose request has been answered already because a step hangs. */
    private final AtomicInteger abandoned = new AtomicInteger();

    private final CountDownLatch quiet = new CountDownLatch(1);
    private volatile boolean retired;

    /**
     * Makes a snapshot that is current.
     *
     * @param plan who runs in which order
     * @param steps the same steps, ready to run
     * @param hung counts saves that hang although nobody waits for them, over all snapshots
     */
    ChainSnapshot(ChainPlan plan, List<ChainStep> steps, AtomicInteger hung) {
        this.plan = plan;
        this.hung = hung;
        this.steps = List.copyOf(steps);
        steps.forEach(step -> step.handle().retain());
    }

    ChainPlan plan() {
        return plan;
    }

    List<ChainStep> steps() {
        return steps;
    }

    boolean hasStepFor(WorkingBatch batch) {
        for (ChainStep step : steps) {
            if (batch.hasAnyFor(step.place().declaration())) {
                return true;
            }
        }
        return false;
    }

    /** Takes a save through all steps that want one of its objects. */
    void run(ChainRun run) {
        for (ChainStep step : steps) {
            if (run.batch().hasAnyFor(step.place().declaration())) {
                step.link().pass(run);
            }
        }
    }

    /** @return false if the snapshot is closed; the save takes the current one then */
    boolean enter() {
        int now = users.get();
        while (now > 0) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
            now = users.get();
        }
        return false;
    }

    /** A save has left. */
    void leave() {
        int left = users.decrementAndGet();
        if (left == 0) {
            steps.forEach(step -> step.handle().release());
        }
        if (retired) {
            checkQuiet();
        }
    }

    /** A request was answered although its save still hangs in a step; nobody waits for it any more. */
    void abandon() {
        abandoned.incrementAndGet();
        hung.incrementAndGet();
        if (retired) {
            checkQuiet();
        }
    }

    /** A save that was given up has left at last. */
    void leaveLate() {
        leave();
        abandoned.decrementAndGet();
        hung.decrementAndGet();
    }

    /** Another snapshot is current now. */
    void retire() {
        retired = true;
        leave();
    }

    /**
     * Waits until every save inside has ended or was given up.
     *
     * @param limit how long at most
     * @return false if saves still run
     */
    boolean awaitQuiet(Duration limit) {
        try {
            return quiet.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return true if every save inside has ended or was given up, and none can enter */
    boolean isQuiet() {
        return quiet.getCount() == 0;
    }

    private void checkQuiet() {
        if (users.get() <= abandoned.get()) {
            quiet.countDown();
        }
    }
}
