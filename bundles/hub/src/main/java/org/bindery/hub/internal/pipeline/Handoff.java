package org.bindery.hub.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.bindery.api.error.ApiException;

/**
 * Hands one save over to a worker, while the request waits on the deadline of the step that runs just now.
 *
 * <p>The stage is the only shared state. It moves from queued over one stage per step to done, or to given up; each move
 * is one compare-and-set, so a step either ended in time or did not. The request sleeps until the deadline it has seen;
 * the worker wakes it only at the end, or when a later step must end sooner.
 */
final class Handoff implements StepWatch, Runnable {

    /** What the worker is doing; told apart by identity. */
    private static final class Stage {

        /** The running step; null before the first one. */
        private final TimedStep step;

        /** When the request stops waiting, on the clock of {@link System#nanoTime()}. */
        private final long deadline;

        private Stage(TimedStep step, long deadline) {
            this.step = step;
            this.deadline = deadline;
        }
    }

    private static final Stage DONE = new Stage(null, 0);
    private static final Stage GIVING_UP = new Stage(null, 0);
    private static final Stage GIVEN_UP = new Stage(null, 0);
    private static final VarHandle STAGE;

    static {
        try {
            STAGE = MethodHandles.lookup().findVarHandle(Handoff.class, "stage", Stage.class);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    private final Thread request = Thread.currentThread();
    private final Function<StepWatch, List<ObjectNode>> work;
    private final ChainSnapshot snapshot;
    private final Duration patience;
    private volatile Stage stage;
    private volatile long sleepsUntil;
    private volatile Thread worker;
    private StepFigures hanging;
    private List<ObjectNode> result;
    private Throwable failure;

    /**
     * Prepares the hand-off; the calling thread is the request.
     *
     * @param snapshot what the save entered; left when the work has ended, however late
     * @param patience how long a worker may take to begin
     * @param work what the worker does
     */
    Handoff(ChainSnapshot snapshot, Duration patience, Function<StepWatch, List<ObjectNode>> work) {
        this.work = work;
        this.snapshot = snapshot;
        this.patience = patience;
        this.stage = new Stage(null, System.nanoTime() + patience.toNanos());
        this.sleepsUntil = stage.deadline;
    }

    /** The worker's side. */
    @Override
    public void run() {
        worker = Thread.currentThread();
        try {
            result = work.apply(this);
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        }
        Stage last = stage;
        if (isOpen(last) && STAGE.compareAndSet(this, last, DONE)) {
            LockSupport.unpark(request);
            snapshot.leave();
        } else {
            endLate();
        }
    }

    /** Waits for the interrupt that was announced, so that it cannot hit the worker's next save. */
    private void endLate() {
        while (stage == GIVING_UP) {
            Thread.onSpinWait();
        }
        if (hanging != null) {
            hanging.returned();
        }
        snapshot.leaveLate();
    }

    @Override
    public void begin(TimedStep step) {
        Stage last = stage;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(step.budgetMillis());
        if (!isOpen(last) || !STAGE.compareAndSet(this, last, new Stage(step, deadline))) {
            throw new GivenUpException();
        }
        if (deadline - sleepsUntil < 0) {
            LockSupport.unpark(request);
        }
    }

    @Override
    public boolean isAwaited() {
        return isOpen(stage);
    }

    private static boolean isOpen(Stage stage) {
        return stage != DONE && stage != GIVING_UP && stage != GIVEN_UP;
    }

    /**
     * The request's side: waits for the end of the work, at most until the running step's deadline.
     *
     * @return what the work returned
     * @throws org.bindery.api.error.ApiException what the work threw, or a timeout
     */
    List<ObjectNode> await() {
        boolean interrupted = false;
        Stage seen = stage;
        while (seen != DONE) {
            long left = seen.deadline - System.nanoTime();
            if (interrupted || left <= 0) {
                if (giveUp(seen)) {
                    throw reason(seen, interrupted);
                }
            } else {
                sleep(seen, left);
                interrupted = Thread.interrupted();
            }
            seen = stage;
        }
        if (interrupted) {
            request.interrupt();
        }
        return outcome();
    }

    private List<ObjectNode> outcome() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return result;
    }

    private void sleep(Stage seen, long left) {
        sleepsUntil = seen.deadline;
        if (stage == seen) {
            LockSupport.parkNanos(this, left);
        }
    }

    private boolean giveUp(Stage seen) {
        if (!STAGE.compareAndSet(this, seen, GIVING_UP)) {
            return false;
        }
        if (seen.step != null) {
            hanging = seen.step.figures();
            hanging.hangs();
        }
        snapshot.abandon();
        Thread busy = worker;
        if (busy != null) {
            busy.interrupt();
        }
        stage = GIVEN_UP;
        return true;
    }

    private RuntimeException reason(Stage seen, boolean interrupted) {
        if (interrupted) {
            request.interrupt();
            return StepErrors.stopped();
        }
        TimedStep step = seen.step;
        if (step == null) {
            return StepErrors.notBegun(patience.toMillis());
        }
        ApiException timeout = StepErrors.timeout(step.identity(), step.budgetMillis());
        StepLog.timedOut(step.identity(), timeout);
        step.figures().failed(TimeUnit.MILLISECONDS.toNanos(step.budgetMillis()), timeout.getMessage());
        return timeout;
    }

    /** @return the step that runs now; null if none does */
    TimedStep runningStep() {
        return stage.step;
    }
}
