package org.bindery.store.embedded.internal.key;

/** Stands for an empty array in an index and in a sort, where it comes before null. */
public enum EmptyArray {
    INSTANCE
}
