package org.bindery.console.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindery.hub.plugin.PluginCatalogue.PluginStatus;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.Test;

class PluginTableTest {

    @Test
    void each_file_is_a_row_with_state_and_reason() {
        String html = PluginTable.of(List.of(
                new PluginStatus("shelf.jar", "shelf", "1.0.0", State.ACTIVE, "", 42, "2026-06-01T12:00:00Z"),
                new PluginStatus("<x>.jar", "", "", State.REFUSED, "It is <damaged>.", -1, "2026-06-01T12:00:00Z")));

        assertThat(html)
                .contains("<th scope=\"row\">shelf.jar</th>")
                .contains("class=\"good\">ACTIVE")
                .contains("bundles/42")
                .contains("class=\"bad\">REFUSED")
                .contains("It is &lt;damaged&gt;.")
                .contains("&lt;x&gt;.jar");
    }

    @Test
    void a_running_plugin_with_a_reason_is_marked_as_doubtful() {
        String html = PluginTable.of(
                List.of(new PluginStatus("a.jar", "a", "1", State.ACTIVE, "It waits.", 1, "2026-06-01T12:00:00Z")));

        assertThat(html).contains("class=\"doubtful\">ACTIVE");
    }

    @Test
    void an_empty_folder_says_what_to_do() {
        assertThat(PluginTable.of(List.of())).contains("deploy folder is empty");
    }
}
