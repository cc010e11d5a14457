package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsBundlesAndTheirStartLevelsBetweenComments() {
        Feature feature = read("""
                // what every installation has
                {"feature-resource-version": "1.0", "id": "org.bindery:base:1", "name": "Base",
                 /* two */ "bundles": [{"id": "a:b:1", "start-level": 1}, {"id": "c:d:2", "start-level": 30}]}
                """);
        assertThat(feature.id()).isEqualTo("org.bindery:base:1");
        assertThat(feature.bundles())
                .containsExactly(
                        new FeatureBundle(new ArtifactId("a", "b", "1"), 1),
                        new FeatureBundle(new ArtifactId("c", "d", "2"), 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | START_OBJECT",
                "{\"feature-resource-version\": \"2.0\"} | feature-resource-version 2.0 is unknown",
                "{\"configurations\": {}} | \"configurations\" is not supported",
                "{\"bundles\": {}} | START_ARRAY",
                "{\"bundles\": [{\"id\": \"a:b:1\"}]} | start-level from 1 to 30",
                "{\"bundles\": [{\"id\": \"a:b:1\", \"start-level\": 31}]} | start-level from 1 to 30",
                "{\"bundles\": [{\"start-level\": 3}]} | needs an id",
                "{\"bundles\": [{\"id\": \"a:b:1\", \"start-order\": 1}]} | unknown entry \"start-order\"",
                "{\"id\": \"a\", \"id\": \"b\"} | Duplicate",
                "{\"name\": [[[[[[[[[[[]]]]]]]]]]]} | nesting depth",
                "{\"bundles\": [{\"id\": \"a:b:1\" | end-of-input",
            })
    void refusesWhatItWouldNotActOn(String text, String reason) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(LaunchFailure.class).hasMessageContaining(reason);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> FeatureReader.read(folder.resolve("absent.json")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("absent.json");
    }

    private Feature read(String text) {
        Path file = folder.resolve("feature.json");
        TestInstallation.write(file, text);
        return FeatureReader.read(file);
    }
}
