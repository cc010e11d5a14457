package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WireTimesTest {

    @Test
    void givesMonitorsLongerThanADriversHeartbeatOfTenSeconds() {
        assertThat(WireTimes.defaults().monitor()).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void changesOneWaitAndKeepsTheOthers() {
        WireTimes changed = WireTimes.defaults().withAuthentication(Duration.ofMillis(1));
        assertThat(changed.authentication()).isEqualTo(Duration.ofMillis(1));
        assertThat(changed.withAuthentication(WireTimes.defaults().authentication()))
                .isEqualTo(WireTimes.defaults());
        assertThat(WireTimes.defaults().withMessage(Duration.ofMillis(1)).message())
                .isEqualTo(Duration.ofMillis(1));
    }
}
