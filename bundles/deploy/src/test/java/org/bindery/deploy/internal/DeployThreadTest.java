package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link DeployThread} does when the folder itself is in trouble. */
class DeployThreadTest {

    @TempDir
    Path home;

    private DeployHome bindery;

    @BeforeEach
    void start() throws Exception {
        bindery = new DeployHome(home);
    }

    @AfterEach
    void stop() throws Exception {
        bindery.close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_with_what_to_do_and_heals() throws Exception {
        Files.writeString(bindery.folder(), "in the way");
        bindery.open();
        bindery.await(
                "the problem is told",
                () -> bindery.deploy()
                        .problem()
                        .filter(why -> why.contains("cannot be read") && why.contains("BINDERY_DEPLOY_DIR"))
                        .isPresent());

        Files.delete(bindery.folder());
        bindery.awaitReady();
    }

    @Test
    void plugins_stay_while_the_folder_is_away_and_the_folder_counts_again_when_it_is_back() throws Exception {
        bindery.open();
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        long id = bindery.awaitState("shelf.jar", State.ACTIVE).bundleId();

        Path away = home.resolve("away");
        Files.move(bindery.folder(), away);
        Files.move(away, bindery.folder());
        bindery.drop("lamp.jar", TestJar.plugin("lamp", "1.0.0").bytes());

        bindery.awaitRunning("lamp 1.0.0");
        assertThat(bindery.status("shelf.jar").bundleId()).isEqualTo(id);
    }

    @Test
    void plugins_left_by_an_earlier_run_are_deployed_anew_from_the_folder() throws Exception {
        bindery.open();
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        bindery.awaitRunning("shelf 1.0.0");
        bindery.deploy().deactivate();

        bindery.open();

        bindery.awaitReady();
        bindery.awaitRunning("shelf 1.0.0");
        assertThat(bindery.framework().getBundleContext().getBundles()).hasSize(2);
    }
}
