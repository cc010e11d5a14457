package org.bindery.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleActivator;

/** A distribution of one tiny bundle and a home beside it. */
final class TestInstallation {

    private static final String FEATURE = """
            {"feature-resource-version": "1.0", "id": "test:tiny:1",
             "bundles": [{"id": "test:tiny:1", "start-level": 10}]}
            """;

    final Distribution distribution;
    final Home home;

    TestInstallation(Path folder, Class<? extends BundleActivator> activator) {
        distribution = new Distribution(folder.resolve("distribution"));
        home = new Home(folder.resolve("home"));
        TinyBundle.write(jar(), activator);
        write(distribution.features().resolve("tiny.json"), FEATURE);
    }

    Path jar() {
        return distribution.system().resolve("test/tiny/1/tiny-1.jar");
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The least environment with which the launcher starts this installation beside others. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("BINDERY_FEATURES", "tiny");
        environment.put("BINDERY_HTTP_PORT", "0");
        environment.put("BINDERY_BACKEND_PORT", "0");
        environment.put("BINDERY_START_ARCHIVE", "false");
        return environment;
    }
}
