package org.bindery.store.embedded.internal.wire;

/**
 * How much clients may ask of the wire side.
 *
 * @param connections most clients that are logged in at once
 * @param unauthenticated most connections before login; a further one takes the place of the oldest
 * @param monitors most connections that only say hello and may stay without login
 * @param messageBytes longest message after login
 * @param unauthenticatedBytes longest message before login
 * @param inFlightBytes bytes of messages longer than {@code unauthenticatedBytes} that may be held at once
 * @param queuedCommands commands of one connection that may wait; after that it is not read
 * @param depth deepest nesting of a message; a stored document's own limit is lower
 * @param ioThreads threads that read and write sockets; commands run on others
 */
public record WireLimits(
        int connections,
        int unauthenticated,
        int monitors,
        int messageBytes,
        int unauthenticatedBytes,
        long inFlightBytes,
        int queuedCommands,
        int depth,
        int ioThreads) {

    public WireLimits {
        if (inFlightBytes < messageBytes) {
            throw new IllegalArgumentException("inFlightBytes must hold at least one message of messageBytes");
        }
    }

    /** The limits that fit a hub with 512 MB of heap. */
    public static WireLimits defaults() {
        return new WireLimits(256, 64, 16, 48_000_000, 16 * 1024, 64L * 1024 * 1024, 8, 200, 2);
    }

    /** The same limits with another number of logged-in clients. */
    public WireLimits withConnections(int most) {
        return new WireLimits(
                most,
                unauthenticated,
                monitors,
                messageBytes,
                unauthenticatedBytes,
                inFlightBytes,
                queuedCommands,
                depth,
                ioThreads);
    }
}
