package org.bindery.deploy.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.deploy.internal.TestJar;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

class OwnVersionsTest extends BundleTests {

    @Test
    void a_new_version_is_not_wired_to_the_package_of_the_old_one() throws Exception {
        Bundle old = install("bindery-plugin:wood.jar#1", wood("1.0.0"));
        old.start();
        Bundle next = install("bindery-plugin:wood.jar#2", wood("1.1.0"));
        next.start();

        assertThat(next.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package"))
                .noneMatch(wire -> wire.getProvider().getBundle().equals(old));
    }

    @Test
    void two_versions_of_a_singleton_plugin_can_run_side_by_side() throws Exception {
        install("bindery-plugin:wood.jar#1", TestJar.bundle("wood;singleton:=true", "1.0.0"))
                .start();
        Bundle next = install("bindery-plugin:wood.jar#2", TestJar.bundle("wood;singleton:=true", "1.1.0"));
        next.start();

        assertThat(next.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void a_plugin_still_finds_the_packages_of_another_plugin() throws Exception {
        install("bindery-plugin:wood.jar#1", wood("1.0.0"));
        Bundle shelf = install(
                "bindery-plugin:shelf.jar#1",
                TestJar.bundle("shelf", "1.0.0").header("Import-Package", "org.example.wood"));
        shelf.start();

        assertThat(shelf.getState()).isEqualTo(Bundle.ACTIVE);
    }

    private static TestJar wood(String version) {
        return TestJar.bundle("wood", version)
                .header("Export-Package", "org.example.wood;version=1.0")
                .header("Import-Package", "org.example.wood;version=\"[1.0,2)\"");
    }
}
