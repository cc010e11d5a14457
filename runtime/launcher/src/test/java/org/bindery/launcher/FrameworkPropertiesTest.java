package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkPropertiesTest {

    @TempDir
    private Path folder;

    @Test
    void tellsBundlesTheSettingsButNotTheRootPassword() {
        Map<String, String> properties = properties(Map.of(
                "BINDERY_HTTP_PORT",
                "9001",
                "BINDERY_MONGO_URI",
                "mongodb://db",
                "BINDERY_ROOT_PASSWORD",
                "open sesame"));
        assertThat(properties)
                .containsEntry("bindery.home", home().root().toString())
                .containsEntry("bindery.http.host", "127.0.0.1")
                .containsEntry("bindery.http.port", "9001")
                .containsEntry("bindery.backend.port", "8082")
                .containsEntry(
                        "bindery.deploy.dir", home().root().resolve("deploy").toString())
                .containsEntry("bindery.mongo.uri", "mongodb://db")
                .containsEntry("org.osgi.service.http.port", "9001");
        assertThat(properties.toString()).doesNotContain("open sesame");
    }

    @Test
    void leavesTheMongoUriOutForTheEmbeddedStore() {
        assertThat(properties(Map.of())).doesNotContainKey("bindery.mongo.uri");
    }

    @Test
    void letsTheHomeOverrideSingleLinesOfTheDistribution() {
        TestInstallation.write(folder.resolve("distribution/etc/framework.properties"), "a = 1\nb = ${bindery.home}/x");
        TestInstallation.write(folder.resolve("home/etc/framework.properties"), "a = 2\nc = ${bindery.etc.dirs}");
        assertThat(properties(Map.of()))
                .containsEntry("a", "2")
                .containsEntry("b", folder.resolve("home/x").toString())
                .containsEntry("c", folder.resolve("distribution/etc") + "," + folder.resolve("home/etc"));
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Map<String, String> properties(Map<String, String> environment) {
        Settings settings = SettingsReader.read(home().root(), List.of(), environment);
        return FrameworkProperties.of(new Distribution(folder.resolve("distribution")), home(), settings);
    }
}
