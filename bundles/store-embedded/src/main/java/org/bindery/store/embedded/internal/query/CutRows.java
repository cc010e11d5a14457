package org.bindery.store.embedded.internal.query;

/** Leaves out the first rows and ends after a number of rows. */
final class CutRows implements Rows {

    private final Rows rows;
    private final boolean limited;
    private long skip;
    private long left;

    CutRows(Rows rows, long skip, long limit) {
        this.rows = rows;
        this.skip = skip;
        this.limited = limit > 0;
        this.left = limit;
    }

    @Override
    public Row next() {
        if (limited && left == 0) {
            return null;
        }
        for (; skip > 0; skip--) {
            if (rows.next() == null) {
                return null;
            }
        }
        left--;
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
