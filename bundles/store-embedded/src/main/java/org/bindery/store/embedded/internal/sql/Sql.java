package org.bindery.store.embedded.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One connection to the file with its prepared statements. Used by one thread at a time. A statement that is lent out
 * belongs to its borrower until it is given back, so that scans of the same kind can be nested.
 */
public final class Sql implements AutoCloseable {

    private static final int STATEMENTS_KEPT = 128;

    private final Connection connection;
    private final Map<String, Deque<PreparedStatement>> idle = new LinkedHashMap<>(64, 0.75f, true);
    private int idleCount;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement that answers nothing. */
    public void execute(String sql) {
        try (Lent lent = lend(sql)) {
            lent.execute();
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** Runs a statement without keeping it. */
    public void executeOnce(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** Runs a changing statement and answers the number of rows. */
    public int update(String sql, Object... parameters) {
        try (Lent lent = lend(sql)) {
            return lent.update(parameters);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** The first column of the first row as a number, or the given one without a row. */
    public long number(String sql, long otherwise, Object... parameters) {
        try (Lent lent = lend(sql);
                ResultSet rows = lent.query(parameters)) {
            return rows.next() ? rows.getLong(1) : otherwise;
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** The rowid of the row that was inserted last. */
    public long lastRow() {
        return number("SELECT last_insert_rowid()", 0);
    }

    /** Lends a prepared statement; closing what is lent gives it back. */
    public Lent lend(String sql) {
        Deque<PreparedStatement> waiting = idle.get(sql);
        PreparedStatement statement = waiting == null ? null : waiting.poll();
        try {
            if (statement == null) {
                statement = connection.prepareStatement(sql);
            } else {
                idleCount--;
            }
            return new Lent(this, sql, statement);
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        idle.computeIfAbsent(sql, key -> new ArrayDeque<>(2)).add(statement);
        if (++idleCount > STATEMENTS_KEPT) {
            forgetEldest();
        }
    }

    private void forgetEldest() throws SQLException {
        var eldest = idle.entrySet().iterator();
        Deque<PreparedStatement> statements = eldest.next().getValue();
        eldest.remove();
        idleCount -= statements.size();
        for (PreparedStatement statement : statements) {
            statement.close();
        }
    }

    /** Forgets all statements that are not lent out; needed before a table is dropped. */
    public void forgetStatements() {
        try {
            while (!idle.isEmpty()) {
                forgetEldest();
            }
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFailure.of(e);
        }
    }

    /** A statement on loan. One that has failed is not used again: the driver has ended it. */
    public static final class Lent implements AutoCloseable {

        private final Sql owner;
        private final String sql;
        private final PreparedStatement statement;
        private boolean returned;
        private boolean failed = true;

        private Lent(Sql owner, String sql, PreparedStatement statement) {
            this.owner = owner;
            this.sql = sql;
            this.statement = statement;
        }

        /** Runs it and answers the rows. */
        public ResultSet query(Object... parameters) throws SQLException {
            bind(statement, parameters);
            ResultSet rows = statement.executeQuery();
            failed = false;
            return rows;
        }

        private int update(Object... parameters) throws SQLException {
            bind(statement, parameters);
            int rows = statement.executeUpdate();
            failed = false;
            return rows;
        }

        private void execute() throws SQLException {
            statement.execute();
            failed = false;
        }

        @Override
        public void close() throws SQLException {
            if (returned) {
                return;
            }
            returned = true;
            if (failed) {
                statement.close();
            } else {
                owner.giveBack(sql, statement);
            }
        }
    }
}
