package org.bindery.store.embedded.internal.wire;

import java.time.Duration;

/**
 * How long the wire side waits.
 *
 * @param authentication a connection must have logged in after this, or be a known monitor
 * @param monitor a monitor (says hello, never logs in) must say hello again within this
 * @param message a message that has begun must be complete after this
 * @param write a client must have taken a reply after this
 * @param close running commands may end within this when the server closes
 * @param firstPenalty the first failed login is answered after this; it doubles with each further one
 * @param longestPenalty no failed login waits longer than this
 * @param penaltyForgotten failures are forgotten after this long without another
 */
public record WireTimes(
        Duration authentication,
        Duration monitor,
        Duration message,
        Duration write,
        Duration close,
        Duration firstPenalty,
        Duration longestPenalty,
        Duration penaltyForgotten) {

    /** The usual waits; drivers say hello every 10 seconds. */
    public static WireTimes defaults() {
        return new WireTimes(
                Duration.ofSeconds(5),
                Duration.ofSeconds(35),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofMillis(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }

    /** The same waits with another limit for logging in. */
    public WireTimes withAuthentication(Duration limit) {
        return new WireTimes(limit, monitor, message, write, close, firstPenalty, longestPenalty, penaltyForgotten);
    }

    /** The same waits with another limit for a message that has begun. */
    public WireTimes withMessage(Duration limit) {
        return new WireTimes(
                authentication, monitor, limit, write, close, firstPenalty, longestPenalty, penaltyForgotten);
    }
}
