package org.bindery.store.embedded.internal.cursor;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.bindery.store.embedded.internal.bson.BsonWriter;

/** An answer that is read bit by bit. A batch ends at a number of documents or of bytes, whichever comes first. */
public final class OpenCursor implements AutoCloseable {

    /** Documents one after the other. */
    public interface Source extends AutoCloseable {

        /** The next document, or null at the end. */
        Sized next();

        @Override
        void close();
    }

    /**
     * A document and its length as BSON.
     *
     * @param document the document
     * @param bytes its length
     */
    public record Sized(Document document, int bytes) {
        public static Sized of(Document document) {
            return new Sized(document, BsonWriter.toBytes(document).length);
        }
    }

    private final long id;
    private final String namespace;
    private final Source source;
    private final int batchBytes;
    private Sized ahead;
    private boolean ended;
    private boolean closed;
    private volatile long lastUse;

    OpenCursor(long id, String namespace, Source source, int batchBytes, long now) {
        this.id = id;
        this.namespace = namespace;
        this.source = source;
        this.batchBytes = batchBytes;
        this.lastUse = now;
    }

    public long id() {
        return id;
    }

    public String namespace() {
        return namespace;
    }

    long lastUse() {
        return lastUse;
    }

    /** The next documents; at least one if there is any and one is asked for. */
    synchronized List<Document> take(long most, long now) {
        lastUse = now;
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < most && look()) {
            if (!batch.isEmpty() && bytes + ahead.bytes() > batchBytes) {
                break;
            }
            bytes += ahead.bytes();
            batch.add(ahead.document());
            ahead = null;
        }
        return batch;
    }

    /** Whether there is nothing more. Looks one document ahead, so that the last batch closes the cursor. */
    synchronized boolean isAtEnd() {
        return !look();
    }

    private boolean look() {
        if (ahead == null && !ended) {
            ahead = closed ? null : source.next();
            ended = ahead == null;
        }
        return !ended;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ended = true;
            ahead = null;
            source.close();
        }
    }
}
