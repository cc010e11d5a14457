package org.bindery.store.internal;

/** How the store is reached; PID {@code org.bindery.store}. */
@interface StoreSettings {

    /** Database on the server. */
    String database() default "bindery";

    /**
     * Longest wait for a reachable primary, for a connection, for a free place in the pool, and for each answer, in
     * milliseconds. A URI that sets its own times wins.
     */
    int reach_millis() default 2_000;

    /** How long a transaction may be tried again while others change the same records, in milliseconds. */
    long transaction_millis() default 10_000;

    /** How often the driver looks after the server, in milliseconds. */
    int heartbeat_millis() default 2_000;

    /** Most connections at once. */
    int connections() default 64;

    /** What an acknowledged write has survived on the embedded store: FULL (power loss) or NORMAL (process death). */
    String durability() default "FULL";

    /** How often expired tokens are removed, in minutes. */
    long sweep_minutes() default 30;
}
