package org.bindery.store.embedded.internal.session;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.commit.CommitGroup;
import org.bindery.store.embedded.internal.commit.Writer;
import org.bindery.store.embedded.internal.index.DuplicateKey;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Row;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Held;
import org.bindery.store.embedded.internal.sql.Snapshot;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.StoredChange;
import org.bindery.store.embedded.internal.work.StoredCollection;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WritableCollection;

/**
 * A transaction with snapshot isolation. Its statements read one snapshot and keep their changes to themselves, so it
 * holds no lock while its client thinks. The commit runs in the commit group, in a savepoint of its own: every changed
 * document must still be what the snapshot showed, otherwise the transaction is refused as a whole and may be tried
 * again. Used by one thread at a time.
 */
final class Transaction implements Workspace {

    private final long number;
    private final CommitGroup group;
    private final Snapshot snapshot;
    private final StoreLimits limits;
    private final Map<Namespace, OverlaidCollection> written = new LinkedHashMap<>();
    private final List<TransactionRows> open = new ArrayList<>();
    private Catalogue catalogue;
    private long bytes;
    private boolean expected;
    private boolean ended;

    Transaction(long number, CommitGroup group, Snapshot snapshot, StoreLimits limits) {
        this.number = number;
        this.group = group;
        this.snapshot = snapshot;
        this.limits = limits;
        this.catalogue = group.writer().published();
    }

    long number() {
        return number;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public synchronized Rows find(CollectionInfo collection, Find find) {
        OverlaidCollection own = written.get(collection.name());
        OverlaidCollection seen =
                own != null ? own : new OverlaidCollection(collection, snapshot.sql(), limits, bson -> {});
        TransactionRows rows = new TransactionRows(this, seen.find(find));
        open.add(rows);
        return rows;
    }

    @Override
    public long count(CollectionInfo collection) {
        long count = 0;
        try (Rows rows = find(collection, Find.all(new Document()))) {
            while (rows.next() != null) {
                count++;
            }
        }
        return count;
    }

    @Override
    public WritableCollection forWriting(Namespace name) {
        if (!expected) {
            expected = true;
            group.expect();
        }
        return written.computeIfAbsent(name, this::begin);
    }

    private OverlaidCollection begin(Namespace name) {
        CollectionInfo known = catalogue.find(name).orElse(null);
        if (known != null) {
            return new OverlaidCollection(known, snapshot.sql(), limits, this::account);
        }
        CollectionInfo made = group.writeAlone(
                writer -> writer.catalogue().find(name).orElseGet(() -> new Collections(writer).create(name)));
        catalogue = catalogue.with(made);
        return new OverlaidCollection(made, null, limits, this::account);
    }

    private void account(byte[] bson) {
        bytes += bson.length;
        if (bytes > limits.transactionBytes()) {
            throw new MongoServerError(
                    257,
                    "TransactionTooLarge",
                    "a transaction may hold at most " + limits.transactionBytes() + " bytes of changes");
        }
    }

    /** Rows stay open after their command; the end of the transaction closes them. */
    @Override
    public Held keep() {
        return () -> {};
    }

    synchronized void forget(TransactionRows rows) {
        open.remove(rows);
    }

    /** Makes all changes durable together, or none of them. */
    void commit() {
        boolean changed = written.values().stream()
                .anyMatch(collection -> !collection.overlay().isEmpty());
        boolean coming = expected && changed;
        expected &= !changed;
        end();
        if (coming) {
            group.writeExpected(writer -> {
                apply(writer);
                return null;
            });
        }
    }

    /** Gives the snapshot back; afterwards nothing can be read or written here. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            if (expected) {
                group.expectNoLonger();
            }
            new ArrayList<>(open).forEach(TransactionRows::cutOff);
            snapshot.close();
        }
    }

    private void apply(Writer writer) {
        List<StoredChange> changes = new ArrayList<>();
        for (OverlaidCollection collection : written.values()) {
            CollectionInfo info = writer.catalogue()
                    .find(collection.info().name())
                    .filter(found -> found.id() == collection.info().id())
                    .orElseThrow(WriteConflict::new);
            StoredCollection stored = new StoredCollection(writer, info);
            collection.overlay().changes().forEach((id, changed) -> changes.add(change(stored, id, changed)));
        }
        changes.forEach(StoredChange::takeOut);
        try {
            for (StoredChange change : changes) {
                change.check();
                change.putIn();
            }
        } catch (DuplicateKey e) {
            WriteConflict conflict = new WriteConflict();
            conflict.addSuppressed(e);
            throw conflict;
        }
    }

    private static StoredChange change(StoredCollection stored, byte[] id, Overlay.Changed changed) {
        Row now = stored.byId(id);
        boolean same = changed.before() == null || now == null
                ? changed.before() == null && now == null
                : Arrays.equals(changed.before().bson(), now.bson());
        if (!same) {
            throw new WriteConflict();
        }
        Row after = changed.after();
        return after == null ? stored.change(now, null, null) : stored.change(now, after.document(), after.bson());
    }
}
