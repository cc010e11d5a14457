package org.bindery.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's parts fit each other: each bundle of a feature is there, and nothing is there for nothing. */
class DistributionIT {

    private static final Pattern BUNDLE =
            Pattern.compile("\"id\":\\s*\"([^:\"]+):([^:\"]+):([^:\"]+)\",\\s*\"start-level\"");

    private final Path distribution = BinderyProcess.distribution();

    @Test
    void hasAJarForEachBundleOfAFeatureAndNoOther() throws IOException {
        assertThat(jars()).isEqualTo(bundlesOfFeatures());
    }

    @Test
    void hasEveryVersionFilledIn() throws IOException {
        for (String folder : List.of("features", "etc", "bin")) {
            for (Path file : files(folder)) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[\\w.-]+@");
            }
        }
    }

    @Test
    void startsByAnExecutableScript() {
        assertThat(distribution.resolve("bin/bindery")).isExecutable();
    }

    @Test
    void isNotWrittenToWhenTheHomeIsElsewhere(@TempDir Path home) throws IOException, InterruptedException {
        Map<Path, FileTime> before = times();
        try (BinderyProcess bindery = BinderyProcess.in(home).start()) {
            assertThat(bindery.terminate()).isZero();
        }
        assertThat(times()).isEqualTo(before);
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private Set<String> bundlesOfFeatures() throws IOException {
        Set<String> paths = new TreeSet<>();
        for (Path feature : files("features")) {
            Matcher matcher = BUNDLE.matcher(Files.readString(feature));
            while (matcher.find()) {
                paths.add(path(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return paths;
    }

    private static String path(String group, String name, String version) {
        return group.replace('.', '/') + "/" + name + "/" + version + "/" + name + "-" + version + ".jar";
    }

    private Set<String> jars() throws IOException {
        Path system = distribution.resolve("system");
        Set<String> paths = new TreeSet<>();
        files("system").forEach(file -> paths.add(system.relativize(file).toString()));
        return paths;
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(distribution.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
