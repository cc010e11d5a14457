package org.bindery.exec.internal;

import java.io.IOException;
import org.bindery.exec.HeldBackOutput;
import org.bindery.exec.ResponseHead;
import org.bindery.exec.ResponseTarget;

/**
 * The result of a call. Either a command's stdout or a post to the output URL fills it, whichever sends bytes first.
 * Nothing is taken any more once it is closed.
 */
final class ResultOutput {

    /** Who fills it. */
    enum Source {
        NOBODY,
        STDOUT,
        POSTED
    }

    private final long limit;
    private final HeldBackOutput output;
    private Source source = Source.NOBODY;
    private ResponseHead head = ResponseHead.PLAIN;
    private boolean posting;
    // Read without the lock, which a write holds for as long as a slow client pleases.
    private volatile long size;
    private volatile boolean begun;
    private volatile boolean closed;

    private ResultOutput(long limit, int heldBack, ResponseTarget target) {
        this.limit = limit;
        this.output = new HeldBackOutput(heldBack, () -> {
            begun = true;
            return target.begin(head);
        });
    }

    /** Keeps everything in memory. */
    static ResultOutput collected(long limit) {
        long most = Math.min(limit, Integer.MAX_VALUE - 16);
        return new ResultOutput(most, Integer.MAX_VALUE, head -> {
            throw new IOException("A collected result does not stream");
        });
    }

    /** Hands everything on once it is longer than what is held back. */
    static ResultOutput streamed(long limit, ResponseTarget target) {
        return new ResultOutput(limit, HeldBackOutput.HELD_BACK, target);
    }

    /** @return where a command's stdout goes */
    ByteSink stdout() {
        return (bytes, offset, length) -> write(Source.STDOUT, bytes, offset, length);
    }

    /** @return whether a post may fill it: only the first one, and only as long as stdout has said nothing */
    synchronized boolean beginPost(ResponseHead posted) {
        if (closed || source != Source.NOBODY) {
            return false;
        }
        source = Source.POSTED;
        head = posted;
        posting = true;
        return true;
    }

    void post(byte[] bytes, int offset, int length) throws IOException {
        write(Source.POSTED, bytes, offset, length);
    }

    synchronized void endPost() {
        posting = false;
        notifyAll();
    }

    private synchronized void write(Source from, byte[] bytes, int offset, int length) throws IOException {
        if (source == Source.NOBODY) {
            source = from;
        }
        if (closed || source != from) {
            return;
        }
        long grown = size + length;
        size = grown;
        if (grown > limit) {
            throw new OutputTooLongException(limit);
        }
        output.write(bytes, offset, length);
    }

    /** Waits until a post that has begun has been read to its end. */
    synchronized void awaitPost(Deadline deadline) throws InterruptedException {
        while (posting && !deadline.passed()) {
            wait(Math.max(1, deadline.left() / 1_000_000));
        }
    }

    /** Ends it; a write that the client blocks is not waited for. */
    void close() {
        closed = true;
    }

    synchronized ResponseHead head() {
        return head;
    }

    /** @return what has not been handed on */
    byte[] held() {
        if (begun) {
            return new byte[0];
        }
        synchronized (this) {
            return output.held();
        }
    }

    boolean begun() {
        return begun;
    }

    long size() {
        return size;
    }
}
