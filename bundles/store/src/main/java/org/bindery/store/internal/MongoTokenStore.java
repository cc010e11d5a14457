package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bindery.hub.store.TokenStore;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Tokens by their hash. The store has no expiry of its own on both kinds of server, so ours is swept. */
final class MongoTokenStore implements TokenStore {

    private static final String USER = "user";
    private static final String ISSUED = "issued";
    private static final String EXPIRES = "expires";

    private final MongoCollection<BsonDocument> tokens;
    private final Clock clock;

    MongoTokenStore(StoreClient store, Clock clock) {
        this.tokens = store.collections().tokens();
        this.clock = clock;
    }

    @Override
    public void save(StoredToken token) {
        BsonDocument document = new BsonDocument("_id", new BsonString(token.hash()))
                .append(USER, new BsonInt64(token.userId()))
                .append(ISSUED, date(token.issuedAt()))
                .append(EXPIRES, date(token.expiresAt()));
        StoreErrors.translated(
                () -> tokens.replaceOne(eq("_id", token.hash()), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<StoredToken> find(String hash) {
        var filter = and(eq("_id", hash), gt(EXPIRES, date(clock.instant())));
        return StoreErrors.translated(() -> Optional.ofNullable(
                        tokens.find(filter).first())
                .map(document -> new StoredToken(
                        hash,
                        document.getInt64(USER).getValue(),
                        instant(document, ISSUED),
                        instant(document, EXPIRES))));
    }

    @Override
    public void delete(String hash) {
        StoreErrors.translated(() -> tokens.deleteOne(eq("_id", hash)));
    }

    @Override
    public void deleteAllOf(long userId) {
        StoreErrors.translated(() -> tokens.deleteMany(eq(USER, userId)));
    }

    /** Removes the expired ones; returns how many. */
    long sweep() {
        return StoreErrors.translated(
                () -> tokens.deleteMany(lte(EXPIRES, date(clock.instant()))).getDeletedCount());
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static Instant instant(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }
}
