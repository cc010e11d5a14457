package org.bindery.store.embedded.internal.query;

/** Rows one after the other. They hold a statement until they are closed. */
public interface Rows extends AutoCloseable {

    /** The next row, or null at the end. */
    Row next();

    @Override
    void close();

    /** No rows. */
    static Rows none() {
        return of(java.util.List.of());
    }

    /** Rows that are in memory. */
    static Rows of(Iterable<Row> rows) {
        var iterator = rows.iterator();
        return new Rows() {
            @Override
            public Row next() {
                return iterator.hasNext() ? iterator.next() : null;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
