package org.bindery.store.embedded.internal.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindery.store.embedded.internal.catalogue.CollectionInfo;
import org.bindery.store.embedded.internal.catalogue.IndexInfo;
import org.bindery.store.embedded.internal.commit.Writer;

/**
 * The entries of one index, as they follow the documents. A change is worked out and checked first and written
 * afterwards, so that a document that is refused leaves no traces.
 */
public final class IndexEntries {

    private static final long NONE = -1;

    private final Writer writer;
    private final CollectionInfo collection;
    private final IndexInfo index;
    private final String find;
    private final String insert;
    private final String delete;

    public IndexEntries(Writer writer, CollectionInfo collection, IndexInfo index) {
        this.writer = writer;
        this.collection = collection;
        this.index = index;
        this.find = "SELECT r FROM " + index.table() + " WHERE k=?";
        this.insert = "INSERT INTO " + index.table() + "(k, r) VALUES(?, ?)";
        this.delete = "DELETE FROM " + index.table() + " WHERE k=? AND r=?";
    }

    /** Works out what changes with a document; null stands for no document before or after. */
    public Change change(Document before, Document after) {
        Set<byte[]> old = before == null
                ? Set.of()
                : IndexKeys.of(before, index, writer.limits()).keys();
        if (after == null) {
            return new Change(List.copyOf(old), List.of(), 0, null);
        }
        IndexKeys keys = IndexKeys.of(after, index, writer.limits());
        Set<byte[]> fresh = keys.keys();
        return new Change(without(old, fresh), without(fresh, old), keys.arrayFields(), after);
    }

    private static List<byte[]> without(Set<byte[]> some, Set<byte[]> others) {
        if (others.isEmpty()) {
            return List.copyOf(some);
        }
        List<byte[]> rest = new ArrayList<>(some);
        rest.removeIf(others::contains);
        return rest;
    }

    /** What one document changes in this index. */
    public final class Change {

        private final List<byte[]> gone;
        private final List<byte[]> come;
        private final int arrayFields;
        private final Document document;

        private Change(List<byte[]> gone, List<byte[]> come, int arrayFields, Document document) {
            this.gone = gone;
            this.come = come;
            this.arrayFields = arrayFields;
            this.document = document;
        }

        /** Refuses keys that a unique index has already. */
        public void check() {
            if (index.unique()) {
                for (byte[] key : come) {
                    if (writer.sql().number(find, NONE, key) != NONE) {
                        throw DuplicateKey.of(collection, index, document);
                    }
                }
            }
        }

        /** Removes the keys that are no longer there. */
        public void takeOut(long place) {
            for (byte[] key : gone) {
                writer.sql().update(delete, key, place);
            }
        }

        /** Adds the keys that are new. */
        public void putIn(long place) {
            if (!come.isEmpty()) {
                writer.addArrayFields(index, arrayFields);
                for (byte[] key : come) {
                    writer.sql().update(insert, key, place);
                }
            }
        }
    }
}
