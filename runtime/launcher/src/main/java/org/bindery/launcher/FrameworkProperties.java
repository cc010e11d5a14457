package org.bindery.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Constants;

/** What the framework and the bundles are told: etc/framework.properties, then what the settings decide. */
final class FrameworkProperties {

    /** Above every feature's level, so that plugins of the deploy folder start last. */
    static final int BEGINNING_START_LEVEL = 30;

    private static final String FILE = "framework.properties";

    private FrameworkProperties() {}

    static Map<String, String> of(Distribution distribution, Home home, Settings settings) {
        Map<String, String> properties = new TreeMap<>();
        addFile(properties, distribution.etc().resolve(FILE));
        addFile(properties, home.etc().resolve(FILE));
        properties.replaceAll((key, value) -> replace(value, distribution, home));
        addStorage(properties, home);
        addSettings(properties, settings);
        return properties;
    }

    private static void addFile(Map<String, String> properties, Path file) {
        try {
            properties.putAll(SettingValues.read(file));
        } catch (IOException e) {
            String sentence = "The file " + file + " cannot be read (" + Causes.of(e) + "); correct or remove it.";
            throw new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, e);
        }
    }

    private static String replace(String value, Distribution distribution, Home home) {
        return value.replace("${bindery.home}", home.root().toString())
                .replace("${bindery.etc.dirs}", etcFolders(distribution, home));
    }

    private static String etcFolders(Distribution distribution, Home home) {
        return distribution.etc().equals(home.etc()) ? home.etc().toString() : distribution.etc() + "," + home.etc();
    }

    private static void addStorage(Map<String, String> properties, Home home) {
        properties.put(Constants.FRAMEWORK_STORAGE, home.frameworkCache().toString());
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(BEGINNING_START_LEVEL));
    }

    private static void addSettings(Map<String, String> properties, Settings settings) {
        properties.put("bindery.home", settings.home().toString());
        properties.put(Setting.HTTP_HOST.key(), settings.httpHost());
        properties.put(Setting.HTTP_PORT.key(), Integer.toString(settings.httpPort()));
        properties.put(Setting.BACKEND_PORT.key(), Integer.toString(settings.backendPort()));
        properties.put(Setting.DEPLOY_DIR.key(), settings.deployDir().toString());
        settings.mongoUri().ifPresent(uri -> properties.put(Setting.MONGO_URI.key(), uri.get()));
        properties.put("org.apache.felix.http.host", settings.httpHost());
        properties.put("org.osgi.service.http.port", Integer.toString(settings.httpPort()));
    }
}
