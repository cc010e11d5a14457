package org.bindery.store.embedded.internal.session;

import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;

/** Rows that end with their transaction, also when a timeout ends it while a client reads. */
final class TransactionRows implements Rows {

    private final Transaction transaction;
    private final Rows rows;
    private boolean closed;
    private boolean cutOff;

    TransactionRows(Transaction transaction, Rows rows) {
        this.transaction = transaction;
        this.rows = rows;
    }

    @Override
    public Row next() {
        synchronized (transaction) {
            if (cutOff) {
                throw new NoSuchTransaction(transaction.number());
            }
            return closed ? null : rows.next();
        }
    }

    /** Ends the rows before their end, because the transaction is over. */
    void cutOff() {
        cutOff = true;
        close();
    }

    @Override
    public void close() {
        synchronized (transaction) {
            if (!closed) {
                closed = true;
                rows.close();
                transaction.forget(this);
            }
        }
    }
}
