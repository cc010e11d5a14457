package org.bindery.store.internal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Locale;
import org.bindery.hub.store.DocumentKind;
import org.bindery.hub.store.StoredRecord;
import org.bindery.store.internal.HistoryCodec.OldState;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistries;

/** The collections by their names, typed. */
record Collections(MongoDatabase database) {

    MongoCollection<StoredRecord> records() {
        return database.getCollection("records", StoredRecord.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new RecordCodec()), database.getCodecRegistry()));
    }

    MongoCollection<OldState> history() {
        return database.getCollection("record_history", OldState.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new HistoryCodec()), database.getCodecRegistry()));
    }

    MongoCollection<BsonDocument> uniqueValues() {
        return database.getCollection("unique_values", BsonDocument.class);
    }

    MongoCollection<BsonDocument> sequences() {
        return database.getCollection("sequences", BsonDocument.class);
    }

    MongoCollection<BsonDocument> tokens() {
        return database.getCollection("tokens", BsonDocument.class);
    }

    MongoCollection<BsonDocument> documents(DocumentKind kind) {
        return database.getCollection("hub_" + kind.name().toLowerCase(Locale.ROOT), BsonDocument.class);
    }
}
