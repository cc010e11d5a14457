package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireLimitsTest {

    @Test
    void allowsMessagesOf48MegabytesAfterLoginAnd16KilobytesBefore() {
        assertThat(WireLimits.defaults().messageBytes()).isEqualTo(48_000_000);
        assertThat(WireLimits.defaults().unauthenticatedBytes()).isEqualTo(16_384);
    }

    @Test
    void refusesABudgetThatCouldNeverHoldTheLongestMessage() {
        assertThatThrownBy(() -> new WireLimits(1, 1, 1, 1000, 100, 999, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inFlightBytes");
    }
}
