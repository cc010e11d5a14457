package org.bindery.hub.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class PluginBundlesTest {

    @TempDir
    Path storage;

    private TestFramework framework;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(storage);
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    @Test
    void only_bundles_installed_as_plugins_are_plugins() throws Exception {
        Map<String, String> headers = Map.of("Bundle-SymbolicName", "shelf");

        assertThat(PluginBundles.isPlugin(framework.install("bindery-plugin:shelf.jar#1", headers)))
                .isTrue();
        assertThat(PluginBundles.isPlugin(framework.install("file:/system/shelf.jar", headers)))
                .isFalse();
    }

    @Test
    void the_capability_names_the_plugin() throws Exception {
        Bundle bundle = framework.install(
                "bindery-plugin:a",
                Map.of("Bundle-SymbolicName", "org.example.shelf", "Provide-Capability", capability("shelf")));

        assertThat(PluginBundles.nameOf(bundle)).isEqualTo("shelf");
    }

    @Test
    void without_capability_the_symbolic_name_names_the_plugin() throws Exception {
        Bundle bundle = framework.install("bindery-plugin:b", Map.of("Bundle-SymbolicName", "org.example.shelf"));

        assertThat(PluginBundles.nameOf(bundle)).isEqualTo("org.example.shelf");
    }

    @Test
    void an_uninstalled_bundle_still_has_a_name() throws Exception {
        Bundle bundle = framework.install("bindery-plugin:c", Map.of("Bundle-SymbolicName", "org.example.shelf"));
        bundle.uninstall();

        assertThat(PluginBundles.nameOf(bundle)).isEqualTo("org.example.shelf");
    }

    @Test
    void the_version_is_the_bundles_version() throws Exception {
        Bundle bundle = framework.install(
                "bindery-plugin:d", Map.of("Bundle-SymbolicName", "shelf", "Bundle-Version", "1.2.3"));

        assertThat(PluginBundles.versionOf(bundle)).isEqualTo("1.2.3");
    }

    private static String capability(String name) {
        return "bindery.plugin;bindery.plugin=\"" + name + "\"";
    }
}
