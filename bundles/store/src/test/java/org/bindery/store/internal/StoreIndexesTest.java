package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bindery.hub.store.DocumentKind;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests {@link StoreIndexes} and {@link Collections}. */
class StoreIndexesTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Test
    void makesEveryCollectionAndIndexOnceHoweverOftenItIsAsked() {
        Collections collections = STORE.client().collections();
        new StoreIndexes(collections).create();
        new StoreIndexes(collections).create();
        assertThat(collections.database().listCollectionNames().into(new ArrayList<>()))
                .containsExactlyInAnyOrder(
                        "records",
                        "record_history",
                        "unique_values",
                        "sequences",
                        "tokens",
                        "hub_schema",
                        "hub_mask",
                        "hub_user",
                        "hub_config");
        assertThat(names(collections.records()))
                .containsExactlyInAnyOrder("_id_", StoreIndexes.OBJECT_ID, StoreIndexes.UUID);
        assertThat(names(collections.documents(DocumentKind.USER)))
                .containsExactlyInAnyOrder("_id_", StoreIndexes.LOGIN);
    }

    private static List<String> names(MongoCollection<?> collection) {
        List<String> names = new ArrayList<>();
        for (Document index : collection.listIndexes()) {
            names.add(index.getString("name"));
        }
        return names;
    }
}
