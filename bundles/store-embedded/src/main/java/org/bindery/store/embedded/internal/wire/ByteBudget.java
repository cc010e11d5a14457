package org.bindery.store.embedded.internal.wire;

import java.util.ArrayDeque;
import java.util.Deque;

/** Memory that all large messages share. Who finds it used up waits in turn, so large messages cannot pile up. */
final class ByteBudget {

    private record Waiter(long bytes, Runnable granted) {}

    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private long free;

    ByteBudget(long bytes) {
        free = bytes;
    }

    /** Runs {@code granted} once, now or when enough was released, on the thread that released it. */
    void acquire(long bytes, Runnable granted) {
        synchronized (this) {
            if (!waiters.isEmpty() || bytes > free) {
                waiters.add(new Waiter(bytes, granted));
                return;
            }
            free -= bytes;
        }
        granted.run();
    }

    void release(long bytes) {
        synchronized (this) {
            free += bytes;
        }
        Waiter next = nextWaiter();
        while (next != null) {
            next.granted().run();
            next = nextWaiter();
        }
    }

    synchronized long free() {
        return free;
    }

    private synchronized Waiter nextWaiter() {
        Waiter first = waiters.peek();
        if (first == null || first.bytes() > free) {
            return null;
        }
        free -= first.bytes();
        return waiters.poll();
    }
}
