package org.bindery.hub.store;

/**
 * A value that only one record may hold.
 *
 * @param objecttype the record's objecttype; never null
 * @param key name of the unique key within the objecttype; never null
 * @param value canonical text of the value or values; never null; at most 64 KB
 * @param systemObjectId the record that holds it
 */
public record UniqueValue(String objecttype, String key, String value, long systemObjectId) {}
