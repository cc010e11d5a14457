package org.bindery.store.embedded.internal.commit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CatalogueTables;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.sql.Sql;
import org.bindery.store.embedded.internal.sql.StoreFailure;

/**
 * The one connection that writes. It belongs to the leader of the commit group; everything here happens inside a
 * transaction of the file that several writes share, each in a savepoint of its own.
 */
public final class Writer {

    private final Sql sql;
    private final StoreLimits limits;
    private final Deque<Undo> undo = new ArrayDeque<>();
    private Catalogue catalogue;
    private volatile Catalogue published;
    private boolean open;

    /** What a rollback has to take back in memory. */
    private record Undo(IndexInfo index, int savedArrayFields) {}

    public Writer(Sql sql, StoreLimits limits, Catalogue catalogue) {
        this.sql = sql;
        this.limits = limits;
        this.catalogue = catalogue;
        this.published = catalogue;
    }

    public Sql sql() {
        return sql;
    }

    public StoreLimits limits() {
        return limits;
    }

    /** The catalogue with the changes that are not committed yet. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The catalogue of the last commit, for readers. */
    public Catalogue published() {
        return published;
    }

    public void setCatalogue(Catalogue changed) {
        catalogue = changed;
    }

    /** Remembers that fields of an index hold arrays, before the document is saved. */
    public void addArrayFields(IndexInfo index, int bits) {
        int saved = index.savedArrayFields();
        if ((saved | bits) != saved) {
            index.addArrayFields(bits);
            CatalogueTables.saveArrayFields(sql, index, saved | bits);
            undo.push(new Undo(index, saved));
            index.setSavedArrayFields(saved | bits);
        }
    }

    /** Runs work in a savepoint: all of it or nothing. */
    <T> T inSavepoint(CommitGroup.Work<T> work) {
        begin();
        Catalogue before = catalogue;
        int undoBefore = undo.size();
        sql.execute("SAVEPOINT work");
        try {
            T result = work.run(this);
            sql.execute("RELEASE work");
            return result;
        } catch (StoreFailure e) {
            throw e;
        } catch (RuntimeException | Error e) {
            sql.execute("ROLLBACK TO work");
            sql.execute("RELEASE work");
            catalogue = before;
            takeBack(undoBefore);
            throw e;
        }
    }

    private void begin() {
        if (!open) {
            sql.execute("BEGIN IMMEDIATE");
            open = true;
        }
    }

    /** Makes everything since the last commit durable. */
    void commit() {
        if (open) {
            sql.execute("COMMIT");
            open = false;
            undo.clear();
            published = catalogue;
        }
    }

    /** Throws away everything since the last commit. */
    void rollback() {
        catalogue = published;
        takeBack(0);
        if (open) {
            open = false;
            sql.forgetStatements();
            rollBackFile();
        }
    }

    private void rollBackFile() {
        try {
            sql.execute("ROLLBACK");
        } catch (StoreFailure e) {
            // SQLite has rolled back by itself when the disk failed; only a transaction that is still open matters
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    private void takeBack(int size) {
        while (undo.size() > size) {
            Undo last = undo.pop();
            last.index().setSavedArrayFields(last.savedArrayFields());
        }
    }
}
