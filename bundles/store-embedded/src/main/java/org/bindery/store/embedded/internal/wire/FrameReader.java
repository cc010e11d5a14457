package org.bindery.store.embedded.internal.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Cuts the byte stream of one connection into frames. A length that no message may have ends the connection before
 * anything is kept of it; a large frame is read only after the shared budget has room for the whole of it.
 */
final class FrameReader {

    /** What a reader asks of its connection. */
    interface Connection {

        boolean mayRead();

        /** Asks for memory; {@link FrameReader#granted} follows, at once or later. */
        void needsMemory(int bytes);

        void garbage(String reason);
    }

    private static final int FIRST_BODY_BYTES = 8 * 1024;

    private final Connection connection;
    private final IntSupplier longest;
    private final int smallBytes;
    private final Consumer<Frame> frames;
    private final Header header = new Header();
    private byte[] body;
    private int filled;
    private int budgeted;
    private boolean broken;

    /**
     * @param longest most bytes of a frame at this moment
     * @param smallBytes frames up to this length need no budget
     */
    FrameReader(Connection connection, IntSupplier longest, int smallBytes, Consumer<Frame> frames) {
        this.connection = connection;
        this.longest = longest;
        this.smallBytes = smallBytes;
        this.frames = frames;
    }

    /** Reads what is there, as far as the connection may be read. */
    void read(ByteBuf in) {
        while (in.isReadable() && !broken && connection.mayRead()) {
            if (!header.complete()) {
                readHeader(in);
            } else {
                readBody(in);
            }
        }
    }

    /** A frame has begun and its end has not come. */
    boolean unfinished() {
        return header.begun();
    }

    /** Memory this reader holds for an unfinished frame. */
    int budgeted() {
        return budgeted;
    }

    /** The budget has room for the frame whose header was read. */
    void granted(int bytes) {
        budgeted = bytes;
        body = new byte[header.bodyLength()];
    }

    private void readHeader(ByteBuf in) {
        header.read(in);
        if (!header.complete()) {
            return;
        }
        int length = header.length();
        if (length < Frame.HEADER_BYTES || length > longest.getAsInt()) {
            broken = true;
            connection.garbage("a message of " + length + " bytes");
            return;
        }
        if (length > smallBytes) {
            connection.needsMemory(length);
        } else {
            body = new byte[Math.min(header.bodyLength(), FIRST_BODY_BYTES)];
        }
        finishIfFull();
    }

    private void readBody(ByteBuf in) {
        if (filled == body.length) {
            body = Arrays.copyOf(body, header.bodyLength());
        }
        int chunk = Math.min(in.readableBytes(), body.length - filled);
        in.readBytes(body, filled, chunk);
        filled += chunk;
        finishIfFull();
    }

    private void finishIfFull() {
        if (body == null || filled < header.bodyLength()) {
            return;
        }
        Frame frame = new Frame(header.requestId(), header.opCode(), body, budgeted);
        header.clear();
        body = null;
        filled = 0;
        budgeted = 0;
        frames.accept(frame);
    }
}
