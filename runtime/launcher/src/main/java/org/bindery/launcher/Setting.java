package org.bindery.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The settings an administrator may make: a line in {@code etc/bindery.properties} or an environment variable. */
enum Setting {
    HTTP_HOST("bindery.http.host", "127.0.0.1"),
    HTTP_PORT("bindery.http.port", "8081"),
    BACKEND_PORT("bindery.backend.port", "8082"),
    DEPLOY_DIR("bindery.deploy.dir", "deploy"),
    MONGO_URI("bindery.mongo.uri", ""),
    ROOT_PASSWORD("bindery.root.password", ""),
    FEATURES("bindery.features", "base,store,hub,console"),
    READY_TIMEOUT("bindery.ready.timeout.seconds", "60"),
    STOP_TIMEOUT("bindery.stop.timeout.seconds", "10"),
    START_ARCHIVE("bindery.start.archive", "true");

    private final String key;
    private final String defaultValue;

    Setting(String key, String defaultValue) {
        this.key = key;
        this.defaultValue = defaultValue;
    }

    /** The name in files, and of the framework property bundles read. */
    String key() {
        return key;
    }

    /** The environment variable that overrides the file. */
    String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    String defaultValue() {
        return defaultValue;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
