package org.bindery.store.embedded.internal.wire;

import io.netty.channel.Channel;
import java.util.EnumSet;
import java.util.Set;

/** Stops and resumes reading of one connection; it is read only when no reason to wait is left. Event loop only. */
final class ReadValve {

    /** Why a connection is not read. */
    enum Reason {
        /** Enough of its commands are waiting. */
        QUEUE,
        /** Its message waits for memory. */
        MEMORY
    }

    private final Channel channel;
    private final Runnable resumed;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    ReadValve(Channel channel, Runnable resumed) {
        this.channel = channel;
        this.resumed = resumed;
    }

    boolean open() {
        return reasons.isEmpty();
    }

    void stop(Reason reason) {
        reasons.add(reason);
        channel.config().setAutoRead(false);
    }

    void resume(Reason reason) {
        if (reasons.remove(reason) && reasons.isEmpty()) {
            channel.config().setAutoRead(true);
            resumed.run();
        }
    }
}
