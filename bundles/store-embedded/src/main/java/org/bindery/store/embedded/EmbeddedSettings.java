package org.bindery.store.embedded;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How one embedded store is opened.
 *
 * @param folder the data folder; created with access for its owner only
 * @param durability what an acknowledged write has survived
 * @param limits how much one client may ask
 * @param times how long the store waits
 */
public record EmbeddedSettings(Path folder, Durability durability, StoreLimits limits, StoreTimes times) {

    public EmbeddedSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(durability, "durability");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(times, "times");
    }

    /** A durable store with the usual limits in this folder. */
    public static EmbeddedSettings inFolder(Path folder) {
        return new EmbeddedSettings(folder, Durability.FULL, StoreLimits.defaults(), StoreTimes.defaults());
    }

    /** The same settings with another durability. */
    public EmbeddedSettings with(Durability other) {
        return new EmbeddedSettings(folder, other, limits, times);
    }

    /** The same settings with other limits. */
    public EmbeddedSettings with(StoreLimits other) {
        return new EmbeddedSettings(folder, durability, other, times);
    }

    /** The same settings with other waits. */
    public EmbeddedSettings with(StoreTimes other) {
        return new EmbeddedSettings(folder, durability, limits, other);
    }
}
