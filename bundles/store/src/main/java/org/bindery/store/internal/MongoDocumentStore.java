package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.DuplicateValueException;
import org.bindery.hub.store.StaleVersionException;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The hub's own few documents: one collection per kind. */
final class MongoDocumentStore implements DocumentStore {

    private static final int MOST = 10_000;
    private static final String VERSION = "v";
    private static final String CONTENT = "c";

    private final StoreClient store;

    MongoDocumentStore(StoreClient store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned> find(DocumentKind kind, String key) {
        return StoreErrors.translated(
                () -> Optional.ofNullable(collection(kind).find(eq("_id", key)).first())
                        .map(MongoDocumentStore::versioned));
    }

    @Override
    public List<Versioned> list(DocumentKind kind) {
        return StoreErrors.translated(() -> collection(kind)
                .find()
                .sort(Sorts.ascending("_id"))
                .limit(MOST)
                .batchSize(MOST)
                .map(MongoDocumentStore::versioned)
                .into(new ArrayList<>()));
    }

    @Override
    public long save(DocumentKind kind, String key, ObjectNode content, long expectedVersion) {
        saveAll(List.of(new Save(kind, key, content, expectedVersion)));
        return expectedVersion + 1;
    }

    @Override
    public void saveAll(List<Save> saves) {
        store.transaction(session -> saves.forEach(save -> save(session, save)));
    }

    @Override
    public void delete(DocumentKind kind, String key) {
        StoreErrors.translated(() -> collection(kind).deleteOne(eq("_id", key)));
    }

    private void save(ClientSession session, Save save) {
        BsonDocument document = new BsonDocument("_id", new BsonString(save.key()))
                .append(VERSION, new BsonInt64(save.expectedVersion() + 1))
                .append(CONTENT, bson(save.content()));
        try {
            write(session, save, document);
        } catch (MongoException failure) {
            throw StoreErrors.duplicateKey(failure)
                    .<RuntimeException>map(message -> taken(save, message))
                    .orElse(failure);
        }
    }

    private void write(ClientSession session, Save save, BsonDocument document) {
        MongoCollection<BsonDocument> collection = collection(save.kind());
        if (save.expectedVersion() == 0) {
            requireNone(session, save);
            collection.insertOne(session, document);
            return;
        }
        var expected = and(eq("_id", save.key()), eq(VERSION, save.expectedVersion()));
        if (collection.replaceOne(session, expected, document).getMatchedCount() == 0) {
            throw stale(session, save);
        }
    }

    private static RuntimeException taken(Save save, String message) {
        if (message.contains(StoreIndexes.LOGIN)) {
            String login = save.content().path("login").asText();
            return new DuplicateValueException(name(save.kind()), "login", login);
        }
        // Another transaction made the same new document between our question and our insert: it is at version 1.
        return new StaleVersionException(name(save.kind()) + " " + save.key(), 0, 1);
    }

    private void requireNone(ClientSession session, Save save) {
        if (collection(save.kind()).find(session, eq("_id", save.key())).first() != null) {
            throw stale(session, save);
        }
    }

    private StaleVersionException stale(ClientSession session, Save save) {
        BsonDocument stored =
                collection(save.kind()).find(session, eq("_id", save.key())).first();
        long version = stored == null ? 0 : stored.getInt64(VERSION).getValue();
        return new StaleVersionException(name(save.kind()) + " " + save.key(), 0, version);
    }

    private static String name(DocumentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private MongoCollection<BsonDocument> collection(DocumentKind kind) {
        return store.collections().documents(kind);
    }

    private static BsonDocument bson(ObjectNode content) {
        BsonDocument document = new BsonDocument();
        JsonWriter.write(new BsonDocumentWriter(document), content);
        return document;
    }

    private static Versioned versioned(BsonDocument document) {
        return new Versioned(
                document.getString("_id").getValue(),
                document.getInt64(VERSION).getValue(),
                JsonReader.read(new BsonDocumentReader(document.getDocument(CONTENT))));
    }
}
