package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireSettingsTest {

    @Test
    void needsLimitsAndTimes() {
        assertThat(WireSettings.defaults().limits()).isEqualTo(WireLimits.defaults());
        assertThatThrownBy(() -> new WireSettings(null, WireTimes.defaults())).hasMessageContaining("limits");
        assertThatThrownBy(() -> new WireSettings(WireLimits.defaults(), null)).hasMessageContaining("times");
    }
}
