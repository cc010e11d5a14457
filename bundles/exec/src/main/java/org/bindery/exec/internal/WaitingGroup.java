package org.bindery.exec.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindery.exec.CallContext;
import org.bindery.exec.Failure;

/**
 * Places that services share. Each depth of calls has its own: a program that waits for a nested call holds a place the
 * nested call can never need, so calls in calls cannot block each other, and their number stays bounded all the same.
 */
final class WaitingGroup {

    /** How long and with how many others a call waits. */
    record Patience(Duration time, int calls) {}

    private final String name;
    private final int places;
    private final Duration patience;
    private final List<SlotPool> byDepth = new ArrayList<>();

    WaitingGroup(String name, int places, int depth, Patience patience) {
        this.name = name;
        this.places = places;
        this.patience = patience.time();
        for (int i = 0; i <= depth; i++) {
            byDepth.add(new SlotPool(places, patience.calls()));
        }
    }

    /** A place in the group. */
    interface Place {
        void giveBack();
    }

    Place enter(String caller, CallContext context) throws CallFailedException, InterruptedException {
        if (context.depth() >= byDepth.size()) {
            throw tooDeep(caller, context);
        }
        SlotPool pool = byDepth.get(context.depth());
        return switch (pool.acquire(context.priority(), patience.toNanos())) {
            case GRANTED -> pool::release;
            case QUEUE_FULL -> throw busy(caller, pool, "and no more may wait");
            case TOO_LATE -> throw busy(caller, pool, "waited " + patience.toMillis() + " ms");
        };
    }

    private CallFailedException busy(String caller, SlotPool pool, String what) {
        return new CallFailedException(
                Failure.Kind.BUSY,
                caller + " found no free place in group " + name + ": " + pool.running() + " of " + places
                        + " running, " + pool.waiting() + " waiting; " + what,
                "Try again later, or raise groups." + name + " or wait.millis of " + ExecConfiguration.PID);
    }

    private CallFailedException tooDeep(String caller, CallContext context) {
        return new CallFailedException(
                Failure.Kind.TOO_DEEP,
                caller + " stands in " + context.depth() + " other calls; at most " + (byDepth.size() - 1)
                        + " are allowed",
                "Look for a program whose call leads to itself without end, or raise depth of "
                        + ExecConfiguration.PID);
    }

    String name() {
        return name;
    }

    int places() {
        return places;
    }

    int running() {
        return byDepth.stream().mapToInt(SlotPool::running).sum();
    }

    int waiting() {
        return byDepth.stream().mapToInt(SlotPool::waiting).sum();
    }
}
