package org.bindery.hub.internal.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes and checks passwords, only a few at a time: each takes memory, and anybody may ask for it. */
final class PasswordChecks {

    private final HashCost cost;
    private final Semaphore slots;
    private final Duration wait;

    /**
     * @param slots how many may run at once
     * @param wait how long one waits for a slot
     */
    PasswordChecks(HashCost cost, int slots, Duration wait) {
        this.cost = cost;
        this.slots = new Semaphore(slots, true);
        this.wait = wait;
    }

    /**
     * Runs work that hashes, when a slot is free.
     *
     * @throws org.bindery.api.error.ApiException 429 {@code TooManyLogins} if none was free in time
     */
    <T> T inSlot(Supplier<T> work) {
        if (!acquire()) {
            throw AccessErrors.tooManyLogins(Math.max(1, wait.toSeconds()));
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    /** Hashes a password; call it in a slot. */
    String hash(char[] password) {
        return PasswordHash.of(password, cost).text();
    }

    /**
     * Checks a password; call it in a slot.
     *
     * @param storedHash text form of the hash; what is none fits no password, and takes as long to say so
     */
    boolean fits(char[] password, String storedHash) {
        return PasswordHash.parse(storedHash)
                .orElseGet(() -> PasswordHash.ofNoPassword(cost))
                .fits(password);
    }

    private boolean acquire() {
        try {
            return slots.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
