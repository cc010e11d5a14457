package org.bindery.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The validated settings of one start.
 *
 * @param mongoUri empty for the embedded store; a secret, because it may carry a password
 * @param rootPassword empty when the first start shall make a random one
 */
record Settings(
        Path home,
        String httpHost,
        int httpPort,
        int backendPort,
        Path deployDir,
        Optional<Secret> mongoUri,
        Optional<Secret> rootPassword,
        List<String> features,
        Duration readyTimeout,
        Duration stopTimeout,
        boolean startArchive) {

    Settings {
        features = List.copyOf(features);
    }
}
