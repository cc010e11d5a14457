package org.bindery.store.embedded.internal.query;

import java.util.Arrays;

/** Two sorted answers as one. */
final class MergedRows implements Rows {

    private final Side first;
    private final Side second;

    MergedRows(Rows first, Rows second, Sort sort) {
        SortKey keys = new SortKey(sort);
        this.first = new Side(first, keys);
        this.second = new Side(second, keys);
    }

    @Override
    public Row next() {
        first.look();
        second.look();
        if (first.row == null || second.row != null && Arrays.compareUnsigned(second.key, first.key) < 0) {
            return second.take();
        }
        return first.take();
    }

    @Override
    public void close() {
        first.rows.close();
        second.rows.close();
    }

    /** One of the two, with its next row in hand. */
    private static final class Side {

        private final Rows rows;
        private final SortKey keys;
        private Row row;
        private byte[] key;
        private boolean ended;

        Side(Rows rows, SortKey keys) {
            this.rows = rows;
            this.keys = keys;
        }

        void look() {
            if (row == null && !ended) {
                row = rows.next();
                ended = row == null;
                key = ended ? null : keys.of(row.document());
            }
        }

        Row take() {
            Row taken = row;
            row = null;
            return taken;
        }
    }
}
