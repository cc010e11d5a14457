package org.bindery.store.embedded.internal.sql;

/** A connection that sees one commit from its first look to its end. */
public final class Snapshot implements Held {

    private final ReadPool pool;
    private final Sql sql;
    private boolean ended;
    private boolean usable = true;

    Snapshot(ReadPool pool, Sql sql) {
        this.pool = pool;
        this.sql = sql;
    }

    public Sql sql() {
        return sql;
    }

    /** Says that the connection must not be used again, because a statement on it may still be open. */
    public void spoil() {
        usable = false;
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            pool.end(sql, usable);
        }
    }
}
