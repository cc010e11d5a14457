package org.bindery.store.embedded.internal.query;

/** One answer after the other. */
final class ChainedRows implements Rows {

    private final Rows first;
    private final Rows second;
    private boolean firstEnded;

    ChainedRows(Rows first, Rows second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public Row next() {
        if (!firstEnded) {
            Row row = first.next();
            if (row != null) {
                return row;
            }
            firstEnded = true;
        }
        return second.next();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
