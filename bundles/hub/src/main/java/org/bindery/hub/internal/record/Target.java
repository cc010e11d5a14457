package org.bindery.hub.internal.record;

/** What a posted object means: a new object, or a stored one by one of its ids. */
sealed interface Target {

    /** No id at all: a new object. */
    record New() implements Target {}

    /** Id within the objecttype. */
    record ById(long id) implements Target {}

    /** Id over all objecttypes. */
    record BySystemObjectId(long systemObjectId) implements Target {}

    /** UUID: of a stored object, or the one a new object shall have. */
    record ByUuid(String uuid) implements Target {}

    /**
     * Value of a unique column.
     *
     * @param key name of the unique key in the store
     * @param value canonical text of the value
     */
    record ByLookup(String key, String value) implements Target {}
}
