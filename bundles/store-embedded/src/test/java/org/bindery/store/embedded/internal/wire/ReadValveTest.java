package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class ReadValveTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private int resumed;
    private final ReadValve valve = new ReadValve(channel, () -> resumed++);

    @Test
    void opensOnlyWhenTheLastReasonIsGone() {
        valve.stop(ReadValve.Reason.QUEUE);
        valve.stop(ReadValve.Reason.MEMORY);
        valve.resume(ReadValve.Reason.QUEUE);
        assertThat(valve.open()).isFalse();
        assertThat(channel.config().isAutoRead()).isFalse();
        valve.resume(ReadValve.Reason.MEMORY);
        assertThat(valve.open()).isTrue();
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(resumed).isEqualTo(1);
    }

    @Test
    void doesNothingWhenItWasOpen() {
        valve.resume(ReadValve.Reason.QUEUE);
        assertThat(resumed).isZero();
    }
}
