package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest implements FrameReader.Connection {

    private static final int LONGEST = 100_000;
    private static final int SMALL = 1000;

    private final List<Frame> frames = new ArrayList<>();
    private final List<String> garbage = new ArrayList<>();
    private final List<Integer> memory = new ArrayList<>();
    private boolean readable = true;
    private final FrameReader reader = new FrameReader(this, () -> LONGEST, SMALL, frames::add);

    @Override
    public boolean mayRead() {
        return readable;
    }

    @Override
    public void needsMemory(int bytes) {
        memory.add(bytes);
        readable = false;
    }

    @Override
    public void garbage(String reason) {
        garbage.add(reason);
    }

    @Test
    void cutsAStreamIntoFramesWhereverItIsBroken() {
        byte[] two = Unpooled.copiedBuffer(frame(1, 300), frame(2, 16)).array();
        for (byte b : two) {
            reader.read(Unpooled.wrappedBuffer(new byte[] {b}));
        }
        assertThat(frames).extracting(Frame::requestId).containsExactly(1, 2);
        assertThat(frames.get(0).body()).hasSize(284).containsOnly(9);
        assertThat(frames.get(1).body()).isEmpty();
        assertThat(reader.unfinished()).isFalse();
    }

    @Test
    void readsALargeFrameOnlyAfterItGotMemory() {
        ByteBuf in = frame(1, 50_000);
        reader.read(in);
        assertThat(memory).containsExactly(50_000);
        assertThat(in.readableBytes()).isEqualTo(50_000 - Frame.HEADER_BYTES);
        readable = true;
        reader.granted(50_000);
        reader.read(in);
        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.budgeted()).isEqualTo(50_000);
            assertThat(frame.body()).hasSize(50_000 - Frame.HEADER_BYTES);
        });
        assertThat(reader.budgeted()).isZero();
    }

    @Test
    void knowsThatAFrameIsUnfinished() {
        reader.read(frame(1, 300).readSlice(20));
        assertThat(reader.unfinished()).isTrue();
        assertThat(frames).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 15, LONGEST + 1, Integer.MAX_VALUE})
    void refusesImpossibleLengthsBeforeReadingOn(int length) {
        reader.read(header(1, length).writeZero(500));
        assertThat(garbage).hasSize(1);
        assertThat(frames).isEmpty();
        assertThat(memory).isEmpty();
    }

    private static ByteBuf frame(int requestId, int length) {
        ByteBuf frame = header(requestId, length);
        for (int i = Frame.HEADER_BYTES; i < length; i++) {
            frame.writeByte(9);
        }
        return frame;
    }

    private static ByteBuf header(int requestId, int length) {
        return Unpooled.buffer()
                .writeIntLE(length)
                .writeIntLE(requestId)
                .writeIntLE(0)
                .writeIntLE(OpCode.MSG);
    }
}
