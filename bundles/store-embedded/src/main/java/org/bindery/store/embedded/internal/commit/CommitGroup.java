package org.bindery.store.embedded.internal.commit;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/**
 * Lets many writers share one commit. The first to come leads: it runs its own work and the work of all who wait,
 * each in a savepoint, commits once, and tells everybody. Nobody waits while the group is idle, and nothing is
 * answered before it is durable. If the commit fails, all of its works fail and nothing of them stays.
 */
public final class CommitGroup implements AutoCloseable {

    /** After this a leader takes only who waited when it began, so that the first does not wait for ever newer work. */
    private static final long COLLECT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Something to do with the one connection that writes. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Writer writer);
    }

    private final Writer writer;
    private final int mostPerCommit;
    private final Duration wait;
    private final Deque<PendingWrite<?>> queue = new ArrayDeque<>();
    private final AtomicLong commits = new AtomicLong();
    private final Gathering gathering = new Gathering();
    private volatile Thread gatherer;
    private long gatherEnd;
    private boolean led;
    private boolean closed;

    public CommitGroup(Writer writer, int mostPerCommit, Duration wait) {
        this.writer = writer;
        this.mostPerCommit = mostPerCommit;
        this.wait = wait;
    }

    public Writer writer() {
        return writer;
    }

    /** Runs the work with others and answers when it is durable. */
    public <T> T write(Work<T> work) {
        return await(new PendingWrite<>(work, PendingWrite.Kind.SHARED));
    }

    /** Runs the commit of a transaction that was expected. */
    public <T> T writeExpected(Work<T> work) {
        return await(new PendingWrite<>(work, PendingWrite.Kind.EXPECTED));
    }

    /** Runs long work in a commit of its own, so that nobody's short work has to wait for its commit. */
    public <T> T writeAlone(Work<T> work) {
        return await(new PendingWrite<>(work, PendingWrite.Kind.ALONE));
    }

    private <T> T await(PendingWrite<T> own) {
        boolean lead = enqueue(own);
        while (!lead && !own.isDone()) {
            lead = own.awaitTurn(wait.toNanos());
            if (!lead && !own.isDone() && withdraw(own)) {
                throw StoreFailure.tooBusy("no turn to write within " + wait.toSeconds() + " s; nothing was saved");
            }
        }
        if (lead) {
            lead();
        }
        return own.result();
    }

    private boolean enqueue(PendingWrite<?> own) {
        synchronized (queue) {
            if (closed) {
                throw new MongoServerError(91, "ShutdownInProgress", "the embedded store is shutting down");
            }
            queue.add(own);
            if (own.isExpected()) {
                gathering.arrived();
            }
            boolean lead = !led;
            led = true;
            if (gatherer != null) {
                LockSupport.unpark(gatherer);
            }
            return lead;
        }
    }

    private boolean withdraw(PendingWrite<?> own) {
        synchronized (queue) {
            return own.isWaiting() && queue.remove(own);
        }
    }

    private void lead() {
        List<PendingWrite<?>> group = new ArrayList<>();
        Throwable failure = null;
        try {
            runGroup(group);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            for (PendingWrite<?> done : group) {
                done.finish(failure);
            }
            handOver();
        }
    }

    private void runGroup(List<PendingWrite<?>> group) {
        long start = System.nanoTime();
        int first = waiting();
        gatherEnd = 0;
        try {
            PendingWrite<?> next = take(group.size(), first, start);
            while (next != null) {
                group.add(next);
                next.run(writer);
                next = next.isAlone() ? null : take(group.size(), first, start);
                if (next == null && !group.get(group.size() - 1).isAlone()) {
                    next = gather(group.size(), first, start);
                }
            }
            commit();
        } catch (StoreFailure e) {
            writer.rollback();
            throw e;
        }
    }

    private void commit() {
        long start = System.nanoTime();
        writer.commit();
        gathering.committed(System.nanoTime() - start);
        commits.incrementAndGet();
    }

    /** Waits a moment for transactions that are about to commit. */
    private PendingWrite<?> gather(int taken, int first, long start) {
        long now = System.nanoTime();
        gatherEnd = gatherEnd == 0 ? now + gathering.limit() : gatherEnd;
        long end = gatherEnd;
        if (taken >= mostPerCommit || !gathering.expectsSomebody() || end - now <= 0) {
            return null;
        }
        gatherer = Thread.currentThread();
        PendingWrite<?> next = take(taken, first, start);
        for (long left = end - System.nanoTime(); next == null && left > 0; left = end - System.nanoTime()) {
            if (!gathering.expectsSomebody() || waiting() > 0) {
                break;
            }
            LockSupport.parkNanos(this, left);
            next = take(taken, first, start);
        }
        gatherer = null;
        if (next == null) {
            gathering.wasInVain();
        } else {
            gathering.paidOff();
        }
        return next;
    }

    /** Says that a transaction has begun to write and is likely to commit soon. */
    public void expect() {
        gathering.expect();
    }

    /** Says that an expected transaction has ended without a commit. */
    public void expectNoLonger() {
        gathering.arrived();
    }

    private PendingWrite<?> take(int taken, int first, long start) {
        synchronized (queue) {
            PendingWrite<?> head = queue.peek();
            boolean full = taken >= mostPerCommit || taken >= first && System.nanoTime() - start > COLLECT_NANOS;
            if (head == null || full || taken > 0 && head.isAlone()) {
                return null;
            }
            return queue.poll();
        }
    }

    private void handOver() {
        synchronized (queue) {
            PendingWrite<?> head = queue.peek();
            led = head != null;
            if (head != null) {
                head.lead();
            }
            queue.notifyAll();
        }
    }

    /** Commits so far. */
    public long commits() {
        return commits.get();
    }

    /** Writes that wait for their turn now. */
    public int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** Waits for the writes that are under way and takes no more. */
    @Override
    public void close() {
        boolean interrupted = false;
        synchronized (queue) {
            closed = true;
            long end = System.nanoTime() + wait.toNanos();
            while (led && end - System.nanoTime() > 0) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(queue, end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
