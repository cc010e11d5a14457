package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LittleEndianTest {

    @Test
    void writesTheLowestByteFirstAndReadsItBack() {
        byte[] bytes = new byte[6];
        LittleEndian.putInt32(bytes, 1, 0x01020304);
        assertThat(bytes).containsExactly(0, 4, 3, 2, 1, 0);
        assertThat(LittleEndian.int32(bytes, 1)).isEqualTo(0x01020304);
    }
}
