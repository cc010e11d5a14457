package org.bindery.store.internal;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bindery.hub.store.DocumentKind;

/** All collections and indexes, declared here and nowhere else; made at start, never inside a transaction. */
final class StoreIndexes {

    /** Unique index over objecttype and id. */
    static final String OBJECT_ID = "record_objecttype_id";

    /** Unique index over UUIDs. */
    static final String UUID = "record_uuid";

    /** Unique index over the login names of users that have one. */
    static final String LOGIN = "user_login";

    private final Collections collections;

    StoreIndexes(Collections collections) {
        this.collections = collections;
    }

    void create() {
        createCollections();
        collections
                .records()
                .createIndexes(List.of(
                        unique(OBJECT_ID, RecordFields.OBJECTTYPE, RecordFields.ID), unique(UUID, RecordFields.UUID)));
        collections.history().createIndexes(List.of(plain("record", RecordFields.RECORD, RecordFields.VERSION)));
        collections.uniqueValues().createIndexes(List.of(plain("record", RecordFields.RECORD)));
        collections.tokens().createIndexes(List.of(plain("user", "user"), plain("expires", "expires")));
        collections.documents(DocumentKind.USER).createIndexes(List.of(uniqueIfPresent(LOGIN, "c.login")));
    }

    private void createCollections() {
        Set<String> existing = new HashSet<>();
        collections.database().listCollectionNames().into(existing);
        for (String name : names()) {
            if (!existing.contains(name)) {
                collections.database().createCollection(name);
            }
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(collections.records().getNamespace().getCollectionName());
        names.add(collections.history().getNamespace().getCollectionName());
        names.add(collections.uniqueValues().getNamespace().getCollectionName());
        names.add(collections.sequences().getNamespace().getCollectionName());
        names.add(collections.tokens().getNamespace().getCollectionName());
        for (DocumentKind kind : DocumentKind.values()) {
            names.add(collections.documents(kind).getNamespace().getCollectionName());
        }
        return names;
    }

    private static IndexModel unique(String name, String... fields) {
        return new IndexModel(
                Indexes.ascending(fields), new IndexOptions().name(name).unique(true));
    }

    private static IndexModel uniqueIfPresent(String name, String field) {
        return new IndexModel(
                Indexes.ascending(field),
                new IndexOptions().name(name).unique(true).sparse(true));
    }

    private static IndexModel plain(String name, String... fields) {
        return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
    }
}
