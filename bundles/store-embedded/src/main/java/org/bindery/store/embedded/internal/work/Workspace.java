package org.bindery.store.embedded.internal.work;

import java.util.Optional;
import org.bindery.store.embedded.internal.catalogue.Catalogue;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.sql.Held;

/** What one command sees of the store: one snapshot, the state of the writer, or a transaction with its own changes. */
public interface Workspace {

    /** All collections. */
    Catalogue catalogue();

    /** The rows for a find. */
    Rows find(CollectionInfo collection, Find find);

    /** How many documents there are, without looking at them. */
    long count(CollectionInfo collection);

    /** The collection for writing; it is made if there is none. */
    WritableCollection forWriting(Namespace name);

    /** Keeps what rows need open beyond the end of the command, until the answer is closed. */
    Held keep();

    default Optional<CollectionInfo> collection(Namespace name) {
        return catalogue().find(name);
    }
}
