package org.bindery.store.embedded.internal.work;

import org.bindery.store.embedded.StoreLimits;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Query;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Held;
import org.bindery.store.embedded.internal.sql.Snapshot;

/** The store as it was at one commit. */
public final class SnapshotWorkspace implements Workspace, AutoCloseable {

    private final Snapshot snapshot;
    private final Catalogue catalogue;
    private final StoreLimits limits;
    private boolean kept;

    public SnapshotWorkspace(Snapshot snapshot, Catalogue catalogue, StoreLimits limits) {
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        this.limits = limits;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Rows find(CollectionInfo collection, Find find) {
        return new Query(snapshot.sql(), collection, limits).run(find);
    }

    @Override
    public long count(CollectionInfo collection) {
        return snapshot.sql().number("SELECT count(*) FROM " + collection.table(), 0);
    }

    @Override
    public WritableCollection forWriting(Namespace name) {
        throw new IllegalStateException("a snapshot is not for writing");
    }

    @Override
    public Held keep() {
        kept = true;
        return snapshot;
    }

    @Override
    public void close() {
        if (!kept) {
            snapshot.close();
        }
    }
}
