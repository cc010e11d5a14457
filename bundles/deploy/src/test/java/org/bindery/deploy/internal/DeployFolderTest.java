package org.bindery.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bindery.hub.plugin.PluginCatalogue.PluginStatus;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;

class DeployFolderTest {

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
    void the_folder_is_created_and_is_ready_when_empty() throws Exception {
        bindery.open();

        bindery.awaitReady();
        assertThat(home.resolve("deploy")).isDirectory();
        assertThat(bindery.deploy().plugins()).isEmpty();
    }

    @Test
    void plugins_that_are_there_at_the_start_run_before_it_is_ready_and_a_bad_one_does_not_matter() throws Exception {
        bindery.drop("bad.jar", new byte[] {1, 2, 3});
        bindery.drop("lamp.jar", TestJar.plugin("lamp", "1.0.0").bytes());
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        bindery.restAll();
        bindery.open();

        bindery.awaitReady();
        assertThat(running()).containsExactlyInAnyOrder("lamp 1.0.0", "shelf 1.0.0");
        assertThat(bindery.status("bad.jar").state()).isEqualTo(State.REFUSED);
    }

    @Test
    void a_dropped_jar_runs_a_replaced_one_is_swapped_and_a_deleted_one_ends() throws Exception {
        bindery.open();
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        bindery.awaitRunning("shelf 1.0.0");

        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.1.0").bytes());
        bindery.awaitRunning("shelf 1.1.0");
        PluginStatus status = bindery.awaitState("shelf.jar", State.ACTIVE);
        assertThat(status.version()).isEqualTo("1.1.0");
        assertThat(status.reason()).isEmpty();

        Files.delete(bindery.folder().resolve("shelf.jar"));
        bindery.await("the list is empty", () -> bindery.deploy().plugins().isEmpty());
        assertThat(running()).isEmpty();
        assertThat(pluginBundles()).isZero();
    }

    @Test
    void a_truncated_jar_leaves_the_working_version_alone_and_the_whole_one_heals_it() throws Exception {
        byte[] good = TestJar.plugin("shelf", "1.0.0").bytes();
        bindery.open();
        bindery.drop("shelf.jar", good);
        bindery.awaitRunning("shelf 1.0.0");

        bindery.drop("shelf.jar", Arrays.copyOf(good, good.length / 2));
        PluginStatus refused = bindery.awaitState("shelf.jar", State.REFUSED);
        assertThat(refused.reason()).contains("not complete").contains("Copy the whole file again");
        assertThat(refused.version()).isEqualTo("1.0.0");
        assertThat(running()).containsExactly("shelf 1.0.0");

        bindery.drop("shelf.jar", good);
        assertThat(bindery.awaitState("shelf.jar", State.ACTIVE).bundleId()).isEqualTo(refused.bundleId());
    }

    @Test
    void an_update_that_lacks_a_package_leaves_the_working_version_alone_and_runs_when_the_package_comes()
            throws Exception {
        bindery.open();
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        bindery.awaitRunning("shelf 1.0.0");

        bindery.drop(
                "shelf.jar",
                TestJar.plugin("shelf", "2.0.0")
                        .header("Import-Package", "org.osgi.framework,org.example.wood;version=\"[1,2)\"")
                        .bytes());
        PluginStatus refused = bindery.awaitState("shelf.jar", State.REFUSED);
        assertThat(refused.reason()).contains("package org.example.wood from 1.0.0 to below 2.0.0");
        assertThat(running()).containsExactly("shelf 1.0.0");

        bindery.drop(
                "wood.jar",
                TestJar.plugin("wood", "1.0.0")
                        .header("Export-Package", "org.example.wood;version=1.5")
                        .bytes());
        bindery.awaitRunning("shelf 2.0.0");
    }

    @Test
    void a_plugin_that_needs_another_waits_for_it_with_a_reason() throws Exception {
        bindery.open();
        bindery.drop(
                "shelf.jar",
                TestJar.plugin("shelf", "1.0.0")
                        .header("Require-Capability", "bindery.plugin;filter:=\"(bindery.plugin=wood)\"")
                        .bytes());
        assertThat(bindery.awaitState("shelf.jar", State.WAITING).reason())
                .contains("plugin 'wood'")
                .contains("deploy folder");

        bindery.drop(
                "wood.jar",
                TestJar.plugin("wood", "1.0.0")
                        .header("Provide-Capability", "bindery.plugin;bindery.plugin=wood")
                        .bytes());
        bindery.awaitRunning("shelf 1.0.0");
        bindery.awaitState("shelf.jar", State.ACTIVE);
    }

    @Test
    void an_update_that_does_not_start_gives_way_to_the_old_version() throws Exception {
        bindery.open();
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        bindery.awaitRunning("shelf 1.0.0");

        bindery.drop(
                "shelf.jar",
                TestJar.bundle("shelf", "2.0.0")
                        .activatedBy(FailingActivator.class)
                        .bytes());
        PluginStatus refused = bindery.awaitState("shelf.jar", State.REFUSED);

        assertThat(refused.reason()).contains("did not start").contains("The shelf is broken");
        assertThat(refused.version()).isEqualTo("1.0.0");
        assertThat(running()).containsExactly("shelf 1.0.0");
    }

    @Test
    void a_second_file_with_the_same_plugin_is_refused_until_the_first_goes() throws Exception {
        bindery.open();
        bindery.drop("a.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        bindery.awaitRunning("shelf 1.0.0");
        bindery.drop("b.jar", TestJar.plugin("shelf", "2.0.0").bytes());
        assertThat(bindery.awaitState("b.jar", State.REFUSED).reason()).contains("a.jar");

        Files.delete(bindery.folder().resolve("a.jar"));

        bindery.awaitRunning("shelf 2.0.0");
        bindery.await("only b.jar is listed", () -> bindery.deploy().plugins().size() == 1);
    }

    @Test
    void a_renamed_file_moves_no_bundle() throws Exception {
        bindery.open();
        bindery.drop("a.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        long id = bindery.awaitState("a.jar", State.ACTIVE).bundleId();
        Set<Integer> events = ConcurrentHashMap.newKeySet();
        bindery.framework().getBundleContext().addServiceListener(event -> events.add(event.getType()));

        Files.move(bindery.folder().resolve("a.jar"), bindery.folder().resolve("b.jar"));

        assertThat(bindery.awaitState("b.jar", State.ACTIVE).bundleId()).isEqualTo(id);
        bindery.await("only b.jar is listed", () -> bindery.deploy().plugins().size() == 1);
        assertThat(events).doesNotContain(ServiceEvent.UNREGISTERING);
    }

    @Test
    void a_touched_file_moves_no_bundle() throws Exception {
        byte[] content = TestJar.plugin("shelf", "1.0.0").bytes();
        bindery.open();
        bindery.drop("shelf.jar", content);
        long id = bindery.awaitState("shelf.jar", State.ACTIVE).bundleId();

        bindery.drop("shelf.jar", content);
        bindery.drop("marker.txt", new byte[0]);
        bindery.awaitState("marker.txt", State.REFUSED);

        assertThat(bindery.status("shelf.jar").bundleId()).isEqualTo(id);
    }

    @Test
    void a_singleton_bundle_is_swapped_like_any_other() throws Exception {
        bindery.open();
        bindery.drop("s.jar", TestJar.plugin("shelf;singleton:=true", "1.0.0").bytes());
        bindery.awaitRunning("shelf 1.0.0");

        bindery.drop("s.jar", TestJar.plugin("shelf;singleton:=true", "1.1.0").bytes());

        bindery.awaitRunning("shelf 1.1.0");
    }

    @Test
    void a_plugin_that_uses_another_ones_package_moves_over_to_its_new_version() throws Exception {
        bindery.open();
        bindery.drop("wood.jar", wood("1.0.0"));
        bindery.drop(
                "shelf.jar",
                TestJar.plugin("shelf", "1.0.0")
                        .header("Import-Package", "org.osgi.framework,org.example.wood")
                        .bytes());
        bindery.awaitRunning("shelf 1.0.0");

        bindery.drop("wood.jar", wood("1.1.0"));

        bindery.awaitRunning("wood 1.1.0");
        bindery.awaitRunning("shelf 1.0.0");
        bindery.await("no old bundle is left", () -> pluginBundles() == 2);
        bindery.awaitState("shelf.jar", State.ACTIVE);
    }

    @Test
    void files_that_cannot_be_plugins_are_listed_with_the_reason_and_hidden_ones_are_not() throws Exception {
        bindery.open();
        bindery.drop(".hidden.jar", new byte[0]);
        bindery.drop("half.tmp", new byte[0]);
        bindery.drop("half.part", new byte[0]);
        bindery.drop("notes.txt", new byte[0]);
        bindery.drop(
                "plain.jar",
                TestJar.bundle("x", "1").header("Bundle-SymbolicName", "").bytes());

        assertThat(bindery.awaitState("notes.txt", State.REFUSED).reason()).contains("not of a type");
        bindery.awaitState("plain.jar", State.REFUSED);
        assertThat(bindery.deploy().plugins()).extracting(PluginStatus::file).containsExactly("notes.txt", "plain.jar");
    }

    @Test
    void a_bundle_stopped_by_hand_is_listed_as_such() throws Exception {
        bindery.open();
        bindery.drop("shelf.jar", TestJar.plugin("shelf", "1.0.0").bytes());
        long id = bindery.awaitState("shelf.jar", State.ACTIVE).bundleId();

        bindery.framework().getBundleContext().getBundle(id).stop();

        assertThat(bindery.status("shelf.jar").state()).isEqualTo(State.WAITING);
        assertThat(bindery.status("shelf.jar").reason()).contains("stopped");
    }

    @Test
    void a_bundle_uninstalled_by_hand_comes_back_when_its_file_is_copied_again() throws Exception {
        byte[] content = TestJar.plugin("shelf", "1.0.0").bytes();
        bindery.open();
        bindery.drop("shelf.jar", content);
        long id = bindery.awaitState("shelf.jar", State.ACTIVE).bundleId();

        bindery.framework().getBundleContext().getBundle(id).uninstall();
        bindery.awaitState("shelf.jar", State.REFUSED);
        bindery.drop("shelf.jar", content);

        bindery.awaitRunning("shelf 1.0.0");
    }

    private Set<String> running() {
        return bindery.running();
    }

    private long pluginBundles() {
        return Arrays.stream(bindery.framework().getBundleContext().getBundles())
                .map(Bundle::getLocation)
                .filter(location -> location.startsWith("bindery-plugin:"))
                .collect(Collectors.counting());
    }

    private static byte[] wood(String version) {
        return TestJar.plugin("wood", version)
                .header("Export-Package", "org.example.wood;version=1.0")
                .bytes();
    }
}
