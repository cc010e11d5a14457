package org.bindery.store.embedded.internal.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/** Rows of one statement without ranges. */
final class TableScan implements Rows {

    private final Sql.Lent lent;
    private final ResultSet rows;
    private boolean closed;

    TableScan(Sql sql, String statement) {
        lent = sql.lend(statement);
        try {
            rows = lent.query();
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public Row next() {
        try {
            return !closed && rows.next() ? new Row(rows.getLong(1), rows.getBytes(2)) : null;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            rows.close();
            lent.close();
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }
}
