package org.bindery.store.internal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bindery.hub.store.IdSource;
import org.bson.BsonDocument;

/** Numbers in blocks, so that most saves need no round trip for their ids. */
final class MongoIdSource implements IdSource {

    /** How many numbers are fetched at once; as many may be skipped at a restart. */
    private static final int BLOCK = 32;

    private static final String NEXT = "next";

    private final MongoCollection<BsonDocument> sequences;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    MongoIdSource(StoreClient store) {
        this.sequences = store.collections().sequences();
    }

    @Override
    public long next(String sequence, int count) {
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
            lock.lock();
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

        private void fetch(long count) {
            FindOneAndUpdateOptions options =
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
            BsonDocument after = StoreErrors.translated(
                    () -> sequences.findOneAndUpdate(eq("_id", sequence), Updates.inc(NEXT, count), options));
            end = after.getInt64(NEXT).getValue() + 1;
            next = end - count;
        }
    }
}
