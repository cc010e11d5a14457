package org.bindery.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void a_failed_plugin_endpoint_names_the_plugin_but_not_the_detail() {
        var error = Failures.pluginFailed("shelf", "/report", new IllegalStateException("inner detail"));
        assertThat(error.error()).contains("shelf");
        assertThat(error.parameters().toString())
                .contains("IllegalStateException")
                .doesNotContain("inner detail");
    }
}
