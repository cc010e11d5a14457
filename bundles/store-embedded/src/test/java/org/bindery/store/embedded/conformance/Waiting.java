package org.bindery.store.embedded.conformance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for an observable fact, with a limit. */
final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Waiting() {}

    /** Whether the fact became true within the limit. */
    static boolean until(Duration limit, Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!fact.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }
}
