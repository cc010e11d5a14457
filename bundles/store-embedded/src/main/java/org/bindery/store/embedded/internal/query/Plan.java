package org.bindery.store.embedded.internal.query;

/**
 * The way to an answer.
 *
 * @param access how rows are reached
 * @param sorted whether they come in the wanted order already
 */
public record Plan(Access access, boolean sorted) {}
