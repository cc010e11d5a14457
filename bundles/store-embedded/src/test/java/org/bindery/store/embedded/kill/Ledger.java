package org.bindery.store.embedded.kill;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the store has acknowledged so far, over all rounds. */
final class Ledger {

    private final Set<String> singles = ConcurrentHashMap.newKeySet();
    private final Set<Integer> batches = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> versions = new ConcurrentHashMap<>();
    private final AtomicInteger updates = new AtomicInteger();
    private final Semaphore news = new Semaphore(0);

    void single(String id) {
        singles.add(id);
        news.release();
    }

    void batch(int number) {
        batches.add(number);
        news.release();
    }

    void version(int id, int version) {
        versions.merge(id, version, Math::max);
        updates.incrementAndGet();
        news.release();
    }

    /** Waits until this many more writes are acknowledged; whether they came in time. */
    boolean awaitMore(int writes, long seconds) throws InterruptedException {
        news.drainPermits();
        return news.tryAcquire(writes, seconds, TimeUnit.SECONDS);
    }

    Set<String> singles() {
        return singles;
    }

    Set<Integer> batches() {
        return batches;
    }

    Map<Integer, Integer> versions() {
        return versions;
    }

    /** Acknowledged writes of all kinds. */
    int size() {
        return singles.size() + batches.size() + updates.get();
    }
}
