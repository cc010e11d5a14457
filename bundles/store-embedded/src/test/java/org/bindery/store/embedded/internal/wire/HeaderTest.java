package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class HeaderTest {

    private static final byte[] BYTES = {20, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, (byte) 0xDD, 7, 0, 0};

    @Test
    void isReadByteByByte() {
        Header header = new Header();
        for (byte b : BYTES) {
            assertThat(header.complete()).isFalse();
            header.read(Unpooled.wrappedBuffer(new byte[] {b}));
        }
        assertThat(header.complete()).isTrue();
        assertThat(header.length()).isEqualTo(20);
        assertThat(header.bodyLength()).isEqualTo(4);
        assertThat(header.requestId()).isEqualTo(7);
        assertThat(header.opCode()).isEqualTo(OpCode.MSG);
    }

    @Test
    void takesNothingOfTheBody() {
        Header header = new Header();
        var in = Unpooled.copiedBuffer(BYTES, new byte[] {1, 2});
        header.read(in);
        assertThat(in.readableBytes()).isEqualTo(2);
        header.clear();
        assertThat(header.begun()).isFalse();
    }
}
