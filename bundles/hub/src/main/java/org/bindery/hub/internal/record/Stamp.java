package org.bindery.hub.internal.record;

/**
 * Who did something, and when.
 *
 * @param userId id of the user
 * @param at ISO 8601 in UTC
 */
record Stamp(long userId, String at) {}
