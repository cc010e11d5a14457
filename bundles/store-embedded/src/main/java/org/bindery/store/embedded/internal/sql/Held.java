package org.bindery.store.embedded.internal.sql;

/** Something an open answer needs until it is closed. */
@FunctionalInterface
public interface Held extends AutoCloseable {

    @Override
    void close();
}
