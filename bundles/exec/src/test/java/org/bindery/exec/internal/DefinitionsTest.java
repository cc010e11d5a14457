package org.bindery.exec.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindery.exec.internal.Definitions.CommandDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link PropertyText} makes of properties, {@link Definitions} and {@link RunnerSettings}. */
class DefinitionsTest {

    @Test
    void theDefaultsAreTheServicesPluginsAskFor() {
        Definitions definitions = Definitions.of(Map.of("component.name", "x", "service.pid", ExecConfiguration.PID));
        assertThat(definitions.services()).containsOnlyKeys("node", "python3", "python", "exec");
        assertThat(definitions.services().get("python3").commands()).containsExactly("python3", "python");
        assertThat(definitions.commands().get("python").program()).isEqualTo("python3");
        assertThat(definitions.groups()).containsEntry("slow", 4);
    }

    @Test
    void eachKeyChangesOneValue() {
        Definitions definitions = Definitions.of(Map.of(
                "commands.node.prog",
                "/opt/node/bin/node",
                "commands.rclone.args",
                new String[] {"--quiet"},
                "commands.rclone.env",
                List.of("A=b=c", "D="),
                "services.exec.commands",
                "rclone",
                "services.python.group",
                "",
                "groups.wide",
                20L));
        CommandDefinition node = definitions.commands().get("node");
        assertThat(node.program()).isEqualTo("/opt/node/bin/node");
        assertThat(node.checkPattern()).isPresent();
        CommandDefinition rclone = definitions.commands().get("rclone");
        assertThat(rclone.program()).isEqualTo("rclone");
        assertThat(rclone.arguments()).containsExactly("--quiet");
        assertThat(rclone.environment()).isEqualTo(Map.of("A", "b=c", "D", ""));
        assertThat(rclone.checkPattern()).isEmpty();
        assertThat(definitions.services()).doesNotContainKey("python");
        assertThat(definitions.groups()).containsEntry("wide", 20);
    }

    @ParameterizedTest
    @CsvSource({
        "groups.slow, zero",
        "groups.slow, 0",
        "services.node.group, unknown",
        "services.node.commands, unknown",
        "commands.node.check.regex, (",
        "commands.node.env, no-pair"
    })
    void aWrongValueIsRefusedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> Definitions.of(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    @Test
    void theSettingsHaveTheirDefaults() {
        ExecConfiguration defaults = defaults();
        RunnerSettings settings = RunnerSettings.of(defaults, "/opt/bindery");
        assertThat(settings.binDir()).hasToString("/opt/bindery/bin");
        assertThat(settings.environment()).isEqualTo(Map.of("LANG", "C.UTF-8"));
        assertThat(settings.inherited()).containsExactly("PATH", "TZ");
        assertThat(settings.patience().time()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.depth()).isEqualTo(8);
        assertThat(settings.launcher()).isEqualTo("setsid");
        assertThat(RunnerSettings.of(defaults, null).binDir()).isAbsolute();
    }

    private static ExecConfiguration defaults() {
        return (ExecConfiguration) Proxy.newProxyInstance(
                ExecConfiguration.class.getClassLoader(),
                new Class<?>[] {ExecConfiguration.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }
}
