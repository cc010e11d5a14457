package org.bindery.store.embedded.internal.wire;

import java.util.Objects;

/** How the wire side of the embedded store is opened. */
public record WireSettings(WireLimits limits, WireTimes times) {

    public WireSettings {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(times, "times");
    }

    /** The usual limits and waits. */
    public static WireSettings defaults() {
        return new WireSettings(WireLimits.defaults(), WireTimes.defaults());
    }
}
