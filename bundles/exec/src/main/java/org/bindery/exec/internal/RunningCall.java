package org.bindery.exec.internal;

import java.util.Optional;
import org.bindery.exec.Failure;

/** A call while it runs: anybody may fail it, which kills its program; the first failure counts. */
final class RunningCall {

    private final String caller;
    private Failure failure;
    private ProcessTree tree;

    RunningCall(String caller) {
        this.caller = caller;
    }

    String caller() {
        return caller;
    }

    void fail(Failure.Kind kind, String cause, String remedy) {
        ProcessTree running;
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = new Failure(kind, caller + ": " + cause, remedy);
            running = tree;
        }
        if (running != null) {
            running.kill();
        }
    }

    /** Takes note of the program that runs now; one that starts after a failure is killed at once. */
    void begin(ProcessTree started) {
        boolean late;
        synchronized (this) {
            tree = started;
            late = failure != null;
        }
        if (late) {
            started.kill();
        }
    }

    synchronized void end() {
        tree = null;
    }

    synchronized Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
