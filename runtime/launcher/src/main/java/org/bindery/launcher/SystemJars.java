package org.bindery.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which jars of {@code system/} the chosen features install, and at which start level. */
final class SystemJars {

    /**
     * One jar to install.
     *
     * @param startLevel the lowest level any feature asks for
     */
    record SystemJar(Path file, int startLevel) {}

    private SystemJars() {}

    static List<SystemJar> of(Distribution distribution, List<String> features) {
        Map<ArtifactId, Integer> levels = new LinkedHashMap<>();
        for (String name : features) {
            Feature feature = FeatureReader.read(distribution.features().resolve(name + ".json"));
            feature.bundles().forEach(bundle -> levels.merge(bundle.id(), bundle.startLevel(), Math::min));
        }
        List<SystemJar> jars = new ArrayList<>();
        levels.forEach(
                (id, level) -> jars.add(new SystemJar(distribution.system().resolve(id.path()), level)));
        jars.sort(Comparator.comparingInt(SystemJar::startLevel));
        refuseMissing(jars);
        return jars;
    }

    private static void refuseMissing(List<SystemJar> jars) {
        List<Path> missing = jars.stream()
                .map(SystemJar::file)
                .filter(jar -> !Files.isRegularFile(jar))
                .toList();
        if (!missing.isEmpty()) {
            throw new LaunchFailure(
                    ExitCode.DAMAGED_INSTALLATION,
                    "Missing in the distribution: " + missing + "; unpack it again over this folder.");
        }
    }
}
