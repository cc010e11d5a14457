package org.bindery.hub.record;

/** How much of a record an answer shows (fylr-spec 13.1). */
public enum Format {
    /** Ids and display text. */
    SHORT,
    /** Plus the user fields. */
    STANDARD,
    /** Plus owner, dates, rights. */
    LONG,
    /** Everything. */
    FULL
}
