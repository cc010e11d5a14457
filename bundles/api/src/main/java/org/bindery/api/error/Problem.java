package org.bindery.api.error;

/**
 * One thing wrong with one field of one object (fylr-spec 6.6).
 *
 * @param object index of the object in the request, from 0
 * @param field dotted path without {@code _nested:}, rows as {@code [n]}: {@code item.parts[0].place}; never null
 * @param message what is wrong, for people; never null
 */
public record Problem(int object, String field, String message) {}
