package org.bindery.store.embedded.internal.sql;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A bounded number of connections for readers. Each of them sees the last durable commit and nothing later. */
public final class ReadPool implements AutoCloseable {

    private final Supplier<Sql> opener;
    private final Duration wait;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Sql> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public ReadPool(Supplier<Sql> opener, int size, Duration wait) {
        this.opener = opener;
        this.wait = wait;
        this.free = new Semaphore(size, true);
    }

    /** Begins a snapshot; it must be ended. */
    public Snapshot begin() {
        acquire();
        Sql sql = null;
        try {
            sql = idle.pollFirst();
            if (sql == null) {
                sql = opener.get();
            }
            sql.execute("BEGIN");
            return new Snapshot(this, sql);
        } catch (RuntimeException e) {
            if (sql != null) {
                sql.close();
            }
            free.release();
            throw e;
        }
    }

    private void acquire() {
        try {
            if (closed || !free.tryAcquire() && !free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw StoreFailure.tooBusy("no free reader within " + wait.toSeconds()
                        + " s; close cursors and transactions that are no longer needed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFailure.tooBusy("interrupted while waiting for a reader");
        }
    }

    void end(Sql sql, boolean usable) {
        try {
            if (usable && !closed) {
                sql.execute("COMMIT");
                idle.addFirst(sql);
            } else {
                sql.close();
            }
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Sql sql = idle.poll(); sql != null; sql = idle.poll()) {
            sql.close();
        }
    }
}
