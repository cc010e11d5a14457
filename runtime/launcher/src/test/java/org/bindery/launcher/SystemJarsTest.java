package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.bindery.launcher.SystemJars.SystemJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemJarsTest {

    @TempDir
    private Path folder;

    @Test
    void ordersJarsByTheLowestLevelAnyFeatureAsksFor() {
        feature("one", "{\"id\": \"g:late:1\", \"start-level\": 9}, {\"id\": \"g:shared:1\", \"start-level\": 8}");
        feature("two", "{\"id\": \"g:shared:1\", \"start-level\": 2}");
        Path late = jar("late");
        Path shared = jar("shared");
        assertThat(SystemJars.of(new Distribution(folder), List.of("one", "two")))
                .containsExactly(new SystemJar(shared, 2), new SystemJar(late, 9));
    }

    @Test
    void namesAllMissingJarsAtOnce() {
        feature("one", "{\"id\": \"g:a:1\", \"start-level\": 9}, {\"id\": \"g:b:1\", \"start-level\": 8}");
        assertThatThrownBy(() -> SystemJars.of(new Distribution(folder), List.of("one")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("a-1.jar")
                .hasMessageContaining("b-1.jar");
    }

    private void feature(String name, String bundles) {
        TestInstallation.write(folder.resolve("features/" + name + ".json"), "{\"bundles\": [" + bundles + "]}");
    }

    private Path jar(String name) {
        Path jar = folder.resolve("system/g/" + name + "/1/" + name + "-1.jar");
        TestInstallation.write(jar, "");
        return jar;
    }
}
