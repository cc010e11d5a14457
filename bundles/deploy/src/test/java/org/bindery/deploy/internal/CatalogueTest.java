package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bindery.hub.plugin.PluginCatalogue.PluginStatus;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link Catalogue} says of bundles that changed under the hands of others. */
class CatalogueTest {

    @TempDir
    Path home;

    private DeployHome bindery;

    @BeforeEach
    void start() throws Exception {
        bindery = new DeployHome(home);
        bindery.open();
    }

    @AfterEach
    void stop() throws Exception {
        bindery.close();
    }

    @Test
    void a_plugin_whose_package_went_away_waits_and_says_which() throws Exception {
        bindery.drop("wood.jar", wood("org.example.wood"));
        bindery.drop(
                "shelf.jar",
                TestJar.plugin("shelf", "1.0.0")
                        .header("Import-Package", "org.osgi.framework,org.example.wood")
                        .bytes());
        bindery.awaitState("shelf.jar", State.ACTIVE);

        bindery.drop("wood.jar", wood("org.example.other"));

        bindery.await(
                "the missing package is named",
                () -> bindery.status("shelf.jar").reason().contains("package org.example.wood"));
        PluginStatus shelf = bindery.awaitState("shelf.jar", State.WAITING);
        assertThat(shelf.version()).isEmpty();
        assertThat(shelf.bundleId()).isEqualTo(-1);

        bindery.drop("wood.jar", wood("org.example.wood"));
        bindery.awaitRunning("shelf 1.0.0");
    }

    private static byte[] wood(String exported) {
        return TestJar.plugin("wood", "1.0.0")
                .header("Export-Package", exported)
                .bytes();
    }
}
