package org.bindery.store.embedded.internal.match;

/** A test of one value; a field that is not there comes as {@code Missing}. */
@FunctionalInterface
interface ValueTest {

    boolean test(Object value);
}
