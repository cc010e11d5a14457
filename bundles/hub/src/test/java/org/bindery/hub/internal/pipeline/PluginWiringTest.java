package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bindery.hub.plugin.TestFramework;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class PluginWiringTest {

    private static final String NAME = "Bundle-SymbolicName";
    private static final String PROVIDES = "Provide-Capability";
    private static final String REQUIRES = "Require-Capability";

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
    void aPluginNeedsTheBundlesOfItsCapabilitiesAndPackagesAlsoThroughOthers() throws Exception {
        Bundle base = framework.install("base", Map.of(NAME, "base", PROVIDES, "bindery.plugin;bindery.plugin=base"));
        Bundle library = framework.install(
                "library",
                Map.of(
                        NAME,
                        "library",
                        "Export-Package",
                        "x.y",
                        REQUIRES,
                        "bindery.plugin;filter:=\"(bindery.plugin=base)\""));
        Bundle top = framework.install(
                "top",
                Map.of(
                        NAME,
                        "top.bundle",
                        "Bundle-Version",
                        "1.2.3",
                        "Import-Package",
                        "x.y,org.osgi.framework",
                        PROVIDES,
                        "bindery.plugin;bindery.plugin=top"));
        top.start();

        PluginInfo info = PluginWiring.of(top);

        assertThat(info.name()).isEqualTo("top");
        assertThat(info.version()).isEqualTo("1.2.3");
        assertThat(info.bundleId()).isEqualTo(top.getBundleId());
        assertThat(info.requires()).contains(base.getBundleId(), library.getBundleId());
    }

    @Test
    void bundlesInACircleNeedEachOtherButNotThemselves() throws Exception {
        Bundle one = framework.install("one", Map.of(NAME, "one", "Export-Package", "a", "Import-Package", "b"));
        Bundle two = framework.install("two", Map.of(NAME, "two", "Export-Package", "b", "Import-Package", "a"));
        one.start();

        assertThat(PluginWiring.of(one).requires()).containsExactly(two.getBundleId());
        assertThat(PluginWiring.of(two).requires()).containsExactly(one.getBundleId());
    }

    @Test
    void anUnresolvedBundleNeedsNothing() throws Exception {
        Bundle bundle = framework.install("one", Map.of(NAME, "one", "Import-Package", "missing"));

        assertThat(PluginWiring.of(bundle).requires()).isEmpty();
    }
}
