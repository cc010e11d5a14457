package org.bindery.store.embedded;

/** What an acknowledged write has survived. */
public enum Durability {
    /** Every commit reaches the disk before it is acknowledged: safe against power loss. */
    FULL,
    /** A commit reaches the operating system: safe against the death of this process, not against power loss. */
    NORMAL
}
