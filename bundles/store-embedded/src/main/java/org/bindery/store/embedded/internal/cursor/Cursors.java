package org.bindery.store.embedded.internal.cursor;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bindery.store.embedded.internal.command.Reply;

/** The open cursors. One that nobody reads for a while is closed. */
public final class Cursors implements AutoCloseable {

    private static final int FIRST_BATCH = 101;

    private final Map<Long, OpenCursor> open = new ConcurrentHashMap<>();
    private final Random ids = new SecureRandom();
    private final LongSupplier nanoClock;
    private final Duration timeout;
    private final int batchBytes;

    public Cursors(Duration timeout, int batchBytes, LongSupplier nanoClock) {
        this.timeout = timeout;
        this.batchBytes = batchBytes;
        this.nanoClock = nanoClock;
    }

    /** Answers the first batch; what remains stays open, unless the client wants one batch only. */
    public Document first(String namespace, OpenCursor.Source source, long batchSize, boolean single) {
        long now = nanoClock.getAsLong();
        OpenCursor cursor = new OpenCursor(newId(), namespace, source, batchBytes, now);
        boolean keep = false;
        try {
            List<Document> batch = cursor.take(batchSize < 0 ? FIRST_BATCH : batchSize, now);
            keep = !single && !cursor.isAtEnd();
            if (keep) {
                open.put(cursor.id(), cursor);
            }
            return Reply.firstBatch(namespace, keep ? cursor.id() : 0, batch);
        } finally {
            if (!keep) {
                cursor.close();
            }
        }
    }

    private long newId() {
        return ids.nextLong() & Long.MAX_VALUE | 1;
    }

    /** Answers the next batch. */
    public Document next(long id, String namespace, long batchSize) {
        OpenCursor cursor = open.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        if (!cursor.namespace().equals(namespace)) {
            throw new MongoServerError(13, "Unauthorized", "cursor " + id + " belongs to another collection");
        }
        boolean keep = false;
        try {
            long most = batchSize <= 0 ? Long.MAX_VALUE : batchSize;
            List<Document> batch = cursor.take(most, nanoClock.getAsLong());
            keep = !cursor.isAtEnd();
            return Reply.nextBatch(namespace, keep ? id : 0, batch);
        } finally {
            if (!keep) {
                close(id);
            }
        }
    }

    /** Closes a cursor; answers whether it was open. */
    public boolean close(long id) {
        OpenCursor cursor = open.remove(id);
        if (cursor != null) {
            cursor.close();
        }
        return cursor != null;
    }

    /** Closes cursors that were not read for too long. */
    public void closeIdle() {
        long now = nanoClock.getAsLong();
        for (OpenCursor cursor : open.values()) {
            if (now - cursor.lastUse() > timeout.toNanos()) {
                close(cursor.id());
            }
        }
    }

    public int size() {
        return open.size();
    }

    @Override
    public void close() {
        open.keySet().forEach(this::close);
    }
}
