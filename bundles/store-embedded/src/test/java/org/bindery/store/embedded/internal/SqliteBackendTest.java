package org.bindery.store.embedded.internal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link SqliteBackend} and {@link OpenStore} through the driver. */
class SqliteBackendTest {

    @TempDir
    Path folder;

    private EmbeddedServer server;
    private MongoCollection<Document> records;

    @BeforeEach
    void start() {
        server = EmbeddedServer.in(folder);
        records = server.client().getDatabase("test").getCollection("records");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasSavedIsThereAfterAReopen() {
        records.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
        records.insertOne(new Document("_id", 1).append("name", "a"));
        server.close();
        start();
        assertThat(records.find(eq("name", "a")).first()).containsEntry("_id", 1);
        assertThatThrownBy(() -> records.insertOne(new Document("name", "a"))).isInstanceOf(MongoWriteException.class);
    }

    @Test
    void aStaleVersionChangesNothing() {
        records.insertOne(new Document("_id", 1).append("v", 1));
        assertThat(records.updateOne(and(eq("_id", 1), eq("v", 1)), Updates.inc("v", 1))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(records.updateOne(and(eq("_id", 1), eq("v", 1)), Updates.inc("v", 1))
                        .getMatchedCount())
                .isZero();
        assertThat(records.find().first()).containsEntry("v", 2);
    }

    @Test
    void largeAnswersComeInSeveralBatches() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(new Document("_id", i).append("type", "t" + i % 3).append("text", "x".repeat(500)));
        }
        records.insertMany(many);
        records.createIndex(Indexes.ascending("type", "_id"));
        List<Document> found = records.find(and(eq("type", "t1"), gte("_id", 100)))
                .sort(Sorts.descending("_id"))
                .batchSize(200)
                .into(new ArrayList<>());
        assertThat(found).hasSize(967);
        assertThat(found.get(0)).containsEntry("_id", 2998);
        assertThat(records.countDocuments(eq("type", "t2"))).isEqualTo(1000);
    }
}
