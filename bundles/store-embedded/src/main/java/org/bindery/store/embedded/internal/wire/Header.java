package org.bindery.store.embedded.internal.wire;

import io.netty.buffer.ByteBuf;

/** The 16 bytes before each message: its length, its number, the number it answers, its kind. */
final class Header {

    private final byte[] bytes = new byte[Frame.HEADER_BYTES];
    private int filled;

    void read(ByteBuf in) {
        int chunk = Math.min(in.readableBytes(), bytes.length - filled);
        in.readBytes(bytes, filled, chunk);
        filled += chunk;
    }

    boolean begun() {
        return filled > 0;
    }

    boolean complete() {
        return filled == bytes.length;
    }

    void clear() {
        filled = 0;
    }

    int length() {
        return LittleEndian.int32(bytes, 0);
    }

    int bodyLength() {
        return length() - Frame.HEADER_BYTES;
    }

    int requestId() {
        return LittleEndian.int32(bytes, 4);
    }

    int opCode() {
        return LittleEndian.int32(bytes, 12);
    }
}
