package org.bindery.store.embedded.internal.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.bindery.store.embedded.internal.key.KeyRange;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Runs one statement for one range of keys after the other, so that any number of ranges needs one statement. */
final class RangeScan implements Rows {

    /**
     * The statement's forms.
     *
     * @param bounded with a lower and an upper bound
     * @param open with a lower bound only
     * @param withKey whether the third column is the index key
     */
    record Statement(String bounded, String open, boolean withKey) {}

    /** Decides about a row by the key it was found with. */
    @FunctionalInterface
    interface KeyCheck {
        boolean accepts(byte[] key, Row row);
    }

    private final Sql sql;
    private final Statement statement;
    private final List<KeyRange> ranges;
    private final KeyCheck check;
    private int position;
    private Sql.Lent lent;
    private ResultSet rows;

    RangeScan(Sql sql, Statement statement, List<KeyRange> ranges, KeyCheck check) {
        this.sql = sql;
        this.statement = statement;
        this.ranges = ranges;
        this.check = check;
    }

    @Override
    public Row next() {
        try {
            while (rows != null || open()) {
                while (rows.next()) {
                    Row row = new Row(rows.getLong(1), rows.getBytes(2));
                    if (check == null || check.accepts(rows.getBytes(3), row)) {
                        return row;
                    }
                }
                closeStatement();
            }
            return null;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    private boolean open() throws SQLException {
        if (position == ranges.size()) {
            return false;
        }
        KeyRange range = ranges.get(position++);
        lent = sql.lend(range.high() == null ? statement.open() : statement.bounded());
        rows = range.high() == null ? lent.query(range.low()) : lent.query(range.low(), range.high());
        return true;
    }

    private void closeStatement() throws SQLException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
        if (lent != null) {
            lent.close();
            lent = null;
        }
    }

    @Override
    public void close() {
        position = ranges.size();
        try {
            closeStatement();
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
