package org.bindery.store.embedded.internal.commit;

import java.util.concurrent.locks.LockSupport;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** One write on its way through the commit group, and the thread that waits for it. */
final class PendingWrite<T> {

    /** How a write meets others. */
    enum Kind {
        SHARED,
        EXPECTED,
        ALONE
    }

    private enum State {
        WAITING,
        LEADING,
        DONE
    }

    private final CommitGroup.Work<T> work;
    private final Kind kind;
    private final Thread waiter = Thread.currentThread();
    private volatile State state = State.WAITING;
    private T result;
    private Throwable failure;

    PendingWrite(CommitGroup.Work<T> work, Kind kind) {
        this.work = work;
        this.kind = kind;
    }

    boolean isAlone() {
        return kind == Kind.ALONE;
    }

    boolean isExpected() {
        return kind == Kind.EXPECTED;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** Runs the work; its own failure concerns nobody else, a failure of the file concerns the whole group. */
    void run(Writer writer) {
        try {
            result = writer.inSavepoint(work);
        } catch (StoreFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Waits for the end, or for the turn to lead; answers whether this one leads now. */
    boolean awaitTurn(long nanos) {
        boolean interrupted = false;
        long end = System.nanoTime() + nanos;
        while (state == State.WAITING && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, end - System.nanoTime());
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return state == State.LEADING;
    }

    /** Says that the waiter is the next leader. */
    void lead() {
        state = State.LEADING;
        LockSupport.unpark(waiter);
    }

    /** Says that the work is durable, or why the commit failed. */
    void finish(Throwable commitFailure) {
        if (commitFailure != null) {
            failure = commitFailure;
        }
        state = State.DONE;
        if (Thread.currentThread() != waiter) {
            LockSupport.unpark(waiter);
        }
    }

    /** The result after the end. */
    T result() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return result;
    }
}
