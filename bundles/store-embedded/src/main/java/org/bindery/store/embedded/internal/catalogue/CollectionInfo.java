package org.bindery.store.embedded.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One collection and its indexes. Immutable.
 *
 * @param id the number in the name of its table
 * @param name its full name
 * @param uuid its identity for clients
 * @param indexes its secondary indexes; the one on {@code _id} is part of the table
 */
public record CollectionInfo(long id, Namespace name, UUID uuid, List<IndexInfo> indexes) {

    public static final String ID_INDEX = "_id_";

    public CollectionInfo {
        indexes = List.copyOf(indexes);
    }

    /** The table that holds the documents. */
    public String table() {
        return "c" + id;
    }

    public Optional<IndexInfo> index(String indexName) {
        return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    public CollectionInfo renamed(Namespace other) {
        return new CollectionInfo(id, other, uuid, indexes);
    }

    public CollectionInfo with(IndexInfo added) {
        List<IndexInfo> more = new ArrayList<>(indexes);
        more.add(added);
        return new CollectionInfo(id, name, uuid, more);
    }

    public CollectionInfo without(IndexInfo removed) {
        return new CollectionInfo(
                id,
                name,
                uuid,
                indexes.stream().filter(index -> index != removed).toList());
    }
}
