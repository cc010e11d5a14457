package org.bindery.store.embedded;

import java.time.Duration;

/**
 * How long the embedded store waits. All of them run on a monotonic clock.
 *
 * @param transaction a transaction without commit or abort is rolled back after this
 * @param cursor an open cursor that nobody reads is closed after this
 * @param session a session that nobody uses is forgotten after this
 * @param write longest wait for a turn to write
 * @param read longest wait for a free snapshot reader
 */
public record StoreTimes(Duration transaction, Duration cursor, Duration session, Duration write, Duration read) {

    /** The usual waits. */
    public static StoreTimes defaults() {
        return new StoreTimes(
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }

    /** The same waits with another limit for open transactions. */
    public StoreTimes withTransaction(Duration limit) {
        return new StoreTimes(limit, cursor, session, write, read);
    }

    /** The same waits with another limit for idle cursors. */
    public StoreTimes withCursor(Duration limit) {
        return new StoreTimes(transaction, limit, session, write, read);
    }
}
