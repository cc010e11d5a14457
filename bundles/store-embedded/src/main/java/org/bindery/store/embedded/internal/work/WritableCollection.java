package org.bindery.store.embedded.internal.work;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Consumer;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.query.Find;
import org.bindery.store.embedded.internal.query.Row;

/** One collection as a command changes it. Documents that come here are checked. */
public interface WritableCollection {

    CollectionInfo info();

    /** Visits the rows that are there now; the visitor may change them. */
    void visit(Find find, Consumer<Row> visitor);

    /** Saves a new document. */
    void insert(Document document, byte[] bson);

    /** Saves another content of a document with the same {@code _id}. */
    void replace(Row old, Document document, byte[] bson);

    /** Removes a document. */
    void delete(Row row);
}
