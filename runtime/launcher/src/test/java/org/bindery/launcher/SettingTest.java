package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void hasOneNameForFilesAndOneForTheEnvironment() {
        assertThat(Setting.HTTP_PORT.key()).isEqualTo("bindery.http.port");
        assertThat(Setting.HTTP_PORT.variable()).isEqualTo("BINDERY_HTTP_PORT");
        assertThat(Setting.ofKey("bindery.http.port")).contains(Setting.HTTP_PORT);
        assertThat(Setting.ofKey("bindery.http.prot")).isEmpty();
    }
}
