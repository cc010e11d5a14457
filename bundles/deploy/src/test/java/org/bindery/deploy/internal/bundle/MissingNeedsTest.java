package org.bindery.deploy.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindery.deploy.internal.TestJar;
import org.junit.jupiter.api.Test;

class MissingNeedsTest extends BundleTests {

    @Test
    void a_package_nobody_has_is_named_with_its_versions() throws Exception {
        assertThat(needs("Import-Package", "org.example.wood;version=\"[1.2,2)\""))
                .isEqualTo("It needs package org.example.wood from 1.2.0 to below 2.0.0, which no bundle offers:"
                        + " pack it into the plugin or deploy the bundle that has it.");
    }

    @Test
    void a_package_of_another_version_is_named_with_the_version_there_is() throws Exception {
        install("file:wood", TestJar.bundle("wood", "1.0.0").header("Export-Package", "org.example.wood;version=3.0"));

        assertThat(needs("Import-Package", "org.example.wood;version=\"[1.2,2)\""))
                .contains("but there is only 3.0.0 by wood");
    }

    @Test
    void another_plugin_a_later_java_and_anything_else_are_named_too() throws Exception {
        assertThat(needs("Require-Capability", "bindery.plugin;filter:=\"(bindery.plugin=wood)\""))
                .contains("plugin 'wood'")
                .contains("copy its jar");
        assertThat(needs("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""))
                .contains("Java 99 or later")
                .contains("this is Java " + Runtime.version().feature());
        assertThat(needs("Require-Capability", "org.example.paint;filter:=\"(org.example.paint=red)\""))
                .contains("org.example.paint red, which nothing offers");
    }

    @Test
    void what_is_optional_is_not_missing() throws Exception {
        assertThat(needs(
                        "Import-Package", "org.example.nice;resolution:=optional,org.example.wood;version=\"[1.2,2)\""))
                .doesNotContain("nice");
    }

    @Test
    void a_need_of_the_bundle_that_offers_is_shown_behind_it() throws Exception {
        install(
                "bindery-plugin:wood.jar#1",
                TestJar.bundle("wood", "1.0.0")
                        .header("Export-Package", "org.example.wood")
                        .header("Import-Package", "org.example.forest"));

        assertThat(needs("Import-Package", "org.example.wood"))
                .contains("wood, which itself needs package org.example.forest");
    }

    private String needs(String header, String value) throws Exception {
        return new MissingNeeds(context())
                .of(install(
                        "bindery-plugin:" + value.hashCode(),
                        TestJar.bundle("shelf", "1.0.0").header(header, value)));
    }
}
