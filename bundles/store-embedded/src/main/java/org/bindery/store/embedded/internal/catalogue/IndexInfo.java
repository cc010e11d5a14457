package org.bindery.store.embedded.internal.catalogue;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One secondary index. Immutable, except that it remembers which of its fields have ever held an array; that is
 * only ever added, and known to readers before the documents that cause it are.
 */
public final class IndexInfo {

    private final long id;
    private final String name;
    private final List<IndexField> fields;
    private final boolean unique;
    private final boolean sparse;
    private final AtomicInteger arrayFields;
    private final String table;
    private int savedArrayFields;

    public IndexInfo(long id, String name, List<IndexField> fields, boolean unique, boolean sparse, int arrayFields) {
        this.id = id;
        this.name = name;
        this.fields = List.copyOf(fields);
        this.unique = unique;
        this.sparse = sparse;
        this.arrayFields = new AtomicInteger(arrayFields);
        this.table = "i" + id;
        this.savedArrayFields = arrayFields;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<IndexField> fields() {
        return fields;
    }

    public boolean unique() {
        return unique;
    }

    public boolean sparse() {
        return sparse;
    }

    /** The table that holds the entries. */
    public String table() {
        return table;
    }

    /** One bit for each field that has held an array. */
    public int arrayFields() {
        return arrayFields.get();
    }

    public boolean isArrayField(int position) {
        return (arrayFields.get() & 1 << position) != 0;
    }

    /** Tells readers about fields with arrays. */
    public void addArrayFields(int bits) {
        if ((arrayFields.get() | bits) != arrayFields.get()) {
            arrayFields.getAndUpdate(old -> old | bits);
        }
    }

    /** What is on disk about fields with arrays, as the one who writes sees it. */
    public int savedArrayFields() {
        return savedArrayFields;
    }

    /** Called by the one who writes, after saving and when a save is rolled back. */
    public void setSavedArrayFields(int bits) {
        savedArrayFields = bits;
    }

    /** The key as a client wrote it. */
    public Document keyDocument() {
        Document key = new Document();
        for (IndexField field : fields) {
            key.put(field.path(), field.descending() ? -1 : 1);
        }
        return key;
    }

    /** How a client sees this index. */
    public Document describe() {
        Document description = new Document("v", 2).append("key", keyDocument()).append("name", name);
        if (unique) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        return description;
    }

    public boolean sameKeyAs(IndexInfo other) {
        return fields.equals(other.fields);
    }

    public boolean sameOptionsAs(IndexInfo other) {
        return unique == other.unique && sparse == other.sparse;
    }

    /** The fields of a key document as a client sends it. */
    public static List<IndexField> fieldsOf(Document key) {
        List<IndexField> fields = new ArrayList<>();
        key.forEach((path, direction) -> fields.add(new IndexField(path, ((Number) direction).doubleValue() < 0)));
        return fields;
    }

    @Override
    public String toString() {
        return name + keyDocument();
    }
}
