package org.bindery.hub.store;

/** The kinds of documents the hub keeps beside records; each is a collection of its own. */
public enum DocumentKind {
    /** Versions of the data model: keys {@code HEAD}, {@code CURRENT} and numbers. */
    SCHEMA,
    /** Versions of the masks, keys as for {@link #SCHEMA}. */
    MASK,
    /** Users by id; fields {@code login} (unique), {@code password_hash} and so on. */
    USER,
    /** Settings of the instance and of plugins. */
    CONFIG
}
