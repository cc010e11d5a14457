package org.bindery.hub.internal.schema;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.internal.failure.StoreFailures;

/**
 * Holds the committed data model, and keeps its commits and the writes of records apart. Writes hold the gate only for
 * their transaction, never while plugins run.
 */
final class CommittedModel implements ModelSource {

    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final Duration wait;
    private volatile DataModel model;

    /** @param wait how long a write waits for a commit, and a commit for writes */
    CommittedModel(Duration wait) {
        this.wait = wait;
    }

    boolean isLoaded() {
        return model != null;
    }

    void load(DataModel loaded) {
        model = loaded;
    }

    /** Forgets the data model, because it is not known any more which one is stored. */
    void forget() {
        model = null;
    }

    @Override
    public DataModel current() {
        DataModel now = model;
        if (now == null) {
            throw StoreFailures.notLoaded("the data model");
        }
        return now;
    }

    @Override
    public <T> T whileCurrent(DataModel checkedAgainst, Supplier<T> write) {
        return holding(gate.readLock(), () -> {
            if (current() != checkedAgainst) {
                throw new ApiException(
                        ApiError.of("SchemaChanged", 409, "The data model changed while the objects were being saved")
                                .describedBy("Nothing was written. Send the objects again."));
            }
            return write.get();
        });
    }

    /** Runs a commit while no record is written, and switches to the data model it returns. */
    void replace(Supplier<DataModel> commit) {
        holding(gate.writeLock(), () -> {
            model = commit.get();
            return model;
        });
    }

    private <T> T holding(Lock lock, Supplier<T> work) {
        if (!acquire(lock)) {
            throw new ApiException(ApiError.of("SchemaBusy", 503, "The data model was in use for too long")
                    .parameter("waited_ms", wait.toMillis())
                    .describedBy("Nothing was written. Try again in a moment."));
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean acquire(Lock lock) {
        try {
            return lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
