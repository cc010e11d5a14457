package org.bindery.deploy.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindery.deploy.internal.FailingActivator;
import org.bindery.deploy.internal.TestJar;
import org.bindery.deploy.internal.bundle.PluginSwitch.Limits;
import org.bindery.deploy.internal.plan.Heal;
import org.bindery.deploy.internal.plan.Running;
import org.bindery.hub.plugin.PluginGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class PluginSwitchTest extends BundleTests {

    private static final Limits LIMITS =
            new Limits(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(70), Duration.ofSeconds(20));

    private final RecordingGate gate = new RecordingGate();
    private PluginSwitch plugins;

    @BeforeEach
    void open() {
        plugins = new PluginSwitch(context(), gate, LIMITS);
    }

    @AfterEach
    void close() {
        plugins.close();
    }

    @Test
    void a_start_happens_behind_the_closed_gate() throws Exception {
        Running shelf = install(TestJar.plugin("shelf", "1.0.0"));
        plugins.start(shelf);

        assertThat(plugins.isRunning(shelf)).isTrue();
        assertThat(gate.events).containsExactly("close shelf", "open shelf");
    }

    @Test
    void a_plugin_that_cannot_be_resolved_does_not_touch_the_gate() throws Exception {
        Running shelf = install(TestJar.bundle("shelf", "1.0.0").header("Import-Package", "org.example.wood"));

        assertThatThrownBy(() -> plugins.start(shelf)).isInstanceOfSatisfying(CannotRunException.class, e -> {
            assertThat(e.heal()).isEqualTo(Heal.BY_BUNDLE);
            assertThat(e).hasMessageContaining("org.example.wood");
        });
        assertThat(gate.events).isEmpty();
    }

    @Test
    void a_swap_leaves_the_new_version_only() throws Exception {
        Running old = install(TestJar.plugin("shelf", "1.0.0"));
        plugins.start(old);
        Running next = install(TestJar.plugin("shelf", "1.1.0"));
        plugins.swap(old, next);

        assertThat(plugins.isRunning(next)).isTrue();
        assertThat(plugins.isInstalled(old)).isFalse();
    }

    @Test
    void a_swap_to_a_version_that_does_not_start_brings_the_old_one_back() throws Exception {
        Running old = install(TestJar.plugin("shelf", "1.0.0"));
        plugins.start(old);
        Running next = install(TestJar.bundle("shelf", "1.1.0").activatedBy(FailingActivator.class));

        assertThatThrownBy(() -> plugins.swap(old, next))
                .isInstanceOfSatisfying(
                        CannotRunException.class, e -> assertThat(e.heal()).isEqualTo(Heal.BY_FILE))
                .hasMessageContaining("The shelf is broken");
        assertThat(plugins.isRunning(old)).isTrue();
    }

    @Test
    void a_swap_lets_others_in_between_while_it_waits_for_long_calls_and_goes_on_in_the_end() throws Exception {
        Running old = install(TestJar.plugin("shelf", "1.0.0"));
        plugins.start(old);
        gate.events.clear();
        gate.drains = false;
        Running next = install(TestJar.plugin("shelf", "1.1.0"));
        plugins.swap(old, next);

        assertThat(gate.events)
                .startsWith("close shelf", "open shelf", "close shelf")
                .endsWith("open shelf");
        assertThat(plugins.isRunning(next)).isTrue();
    }

    @Test
    void a_removed_plugin_is_gone_behind_the_gate() throws Exception {
        Running shelf = install(TestJar.plugin("shelf", "1.0.0"));
        plugins.start(shelf);
        gate.events.clear();
        plugins.remove(shelf);

        assertThat(plugins.isInstalled(shelf)).isFalse();
        assertThat(gate.events).containsExactly("close shelf", "open shelf");
    }

    @Test
    void leftovers_of_an_earlier_run_are_removed_and_bindery_itself_stays() throws Exception {
        Running shelf = install(TestJar.plugin("shelf", "1.0.0"));
        Bundle own = install("file:own", TestJar.bundle("own", "1.0.0"));
        plugins.removeLeftovers();

        assertThat(plugins.isInstalled(shelf)).isFalse();
        assertThat(own.getState()).isNotEqualTo(Bundle.UNINSTALLED);
    }

    private Running install(TestJar jar) throws Exception {
        Path file = Files.write(Files.createTempFile(home, "p", ".jar"), jar.bytes());
        return plugins.install("shelf.jar", file, "hash");
    }

    /** A gate that notes what is done to it. */
    private static final class RecordingGate implements PluginGate {

        private final List<String> events = new ArrayList<>();
        private boolean drains = true;
        private Duration longest = Duration.ZERO;

        @Override
        public Pass enterChain() {
            return () -> {};
        }

        @Override
        public Pass enter(String plugin) {
            return () -> {};
        }

        @Override
        public Closing close(String plugin, Duration wait) {
            events.add("close " + plugin);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            return new Closing() {
                @Override
                public boolean drained() {
                    return drains;
                }

                @Override
                public void close() {
                    events.add("open " + plugin);
                }
            };
        }
    }
}
