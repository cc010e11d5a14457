package org.bindery.hub.store;

import java.util.List;

/** Shows how the store is doing, for admins. Safe for use by many threads. */
public interface StoreStatus {

    /** @return the figures now; asks nobody, returns at once */
    View view();

    /**
     * The store's figures since it was opened.
     *
     * @param kind {@code embedded} or {@code mongodb}
     * @param problem why it cannot be used now; empty if it can
     * @param openConnections connections of the pool
     * @param busyConnections connections in use
     * @param operations figures by command
     */
    record View(
            String kind, String problem, int openConnections, int busyConnections, List<OperationView> operations) {}

    /**
     * Figures of one command.
     *
     * @param command name of the command, for example {@code find}
     * @param calls calls that ended
     * @param errors calls that ended with an error
     * @param p50Micros median duration in microseconds
     * @param p95Micros 95th percentile in microseconds
     * @param p99Micros 99th percentile in microseconds
     */
    record OperationView(String command, long calls, long errors, long p50Micros, long p95Micros, long p99Micros) {}
}
