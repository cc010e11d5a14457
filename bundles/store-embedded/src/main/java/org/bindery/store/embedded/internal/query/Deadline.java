package org.bindery.store.embedded.internal.query;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The end of the time one command may take, on a monotonic clock. */
public final class Deadline {

    private static final Deadline NEVER = new Deadline(null, 0);

    private final LongSupplier nanoClock;
    private final long end;

    private Deadline(LongSupplier nanoClock, long end) {
        this.nanoClock = nanoClock;
        this.end = end;
    }

    public static Deadline never() {
        return NEVER;
    }

    /** Ends after this many milliseconds; 0 means never, as in MongoDB. */
    public static Deadline in(long millis, LongSupplier nanoClock) {
        return millis <= 0
                ? NEVER
                : new Deadline(nanoClock, nanoClock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Refuses to go on after the end. */
    public void check() {
        if (nanoClock != null && nanoClock.getAsLong() - end > 0) {
            throw new MongoServerError(50, "MaxTimeMSExpired", "operation exceeded time limit");
        }
    }
}
