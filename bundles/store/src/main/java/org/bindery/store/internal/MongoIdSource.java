package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bindery.hub.store.IdSource;
import org.bindery.hub.store.StoreUnavailableException;
import org.bson.BsonDocument;

/** Numbers in blocks, so that most saves need no round trip for their ids. */
final class MongoIdSource implements IdSource {

    /** How many numbers are fetched at once; as many may be skipped at a restart. */
    private static final int BLOCK = 32;

    private static final String NEXT = "next";

    private final Duration wait;
    private final MongoCollection<BsonDocument> sequences;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    MongoIdSource(StoreClient store, Duration wait) {
        this.wait = wait;
        this.sequences = store.collections().sequences();
    }

    @Override
    public long next(String sequence, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be from 1, not " + count);
        }
        return blocks.computeIfAbsent(sequence, Block::new).take(count);
    }

    /** The numbers of one sequence that were fetched and not given out yet. */
    private final class Block {
        private final ReentrantLock lock = new ReentrantLock();
        private final String sequence;
        private long next;
        private long end;

        Block(String sequence) {
            this.sequence = sequence;
        }

        long take(int count) {
            waitForTurn();
            try {
                if (end - next < count) {
                    fetch(Math.max(BLOCK, count));
                }
                long first = next;
                next += count;
                return first;
            } finally {
                lock.unlock();
            }
        }

        /** Who waits longer than an answer may take waits for a store that is gone. */
        private void waitForTurn() {
            try {
                if (!lock.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new StoreUnavailableException("The store gave out no number in time; try again.", null);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException("Stopped while waiting for a number.", stopped);
            }
        }

        private void fetch(long count) {
            FindOneAndUpdateOptions options =
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
            BsonDocument after = StoreErrors.translated(() -> increment(count, options));
            end = after.getInt64(NEXT).getValue() + 1;
            next = end - count;
        }

        private BsonDocument increment(long count, FindOneAndUpdateOptions options) {
            try {
                return sequences.findOneAndUpdate(eq("_id", sequence), Updates.inc(NEXT, count), options);
            } catch (MongoException failure) {
                if (StoreErrors.duplicateKey(failure).isEmpty()) {
                    throw failure;
                }
                // Another node made the same new sequence at the same moment; now it is there.
                return sequences.findOneAndUpdate(eq("_id", sequence), Updates.inc(NEXT, count), options);
            }
        }
    }
}
