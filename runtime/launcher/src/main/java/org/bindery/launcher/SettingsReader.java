package org.bindery.launcher;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges files and environment into {@link Settings}, and names every mistake at once instead of one per start. */
final class SettingsReader {

    private static final int HIGHEST_PORT = 65535;
    private static final int LONGEST_WAIT_SECONDS = 3600;

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final Map<Setting, String> origins = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private SettingsReader() {}

    /** Later files win over earlier ones, the environment wins over all. */
    static Settings read(Path home, List<Path> files, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader();
        files.forEach(reader::addFile);
        reader.addEnvironment(environment);
        Settings settings = reader.settings(home);
        if (!reader.problems.isEmpty()) {
            throw new LaunchFailure(ExitCode.WRONG_SETTINGS, String.join(System.lineSeparator(), reader.problems));
        }
        return settings;
    }

    private void addFile(Path file) {
        try {
            SettingValues.read(file).forEach((key, value) -> addLine(file, key, value));
        } catch (IOException e) {
            problems.add(
                    "The settings file " + file + " cannot be read (" + e.getMessage() + "); correct or remove it.");
        }
    }

    private void addLine(Path file, String key, String value) {
        Optional<Setting> setting = Setting.ofKey(key);
        if (setting.isEmpty()) {
            problems.add(
                    "Unknown setting " + key + " in " + file + "; the file lists the known ones, remove this line.");
            return;
        }
        add(setting.get(), value, key + " in " + file);
    }

    private void addEnvironment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            // An empty variable counts as unset: container tools cannot always leave one out.
            String value = environment.getOrDefault(setting.variable(), "").trim();
            if (!value.isEmpty()) {
                add(setting, value, setting.variable());
            }
        }
    }

    private void add(Setting setting, String value, String origin) {
        values.put(setting, value);
        origins.put(setting, origin);
    }

    private Settings settings(Path home) {
        return new Settings(
                home,
                value(Setting.HTTP_HOST),
                number(Setting.HTTP_PORT, 0, HIGHEST_PORT),
                backendPort(),
                directory(home, Setting.DEPLOY_DIR),
                mongoUri(),
                optional(Setting.ROOT_PASSWORD),
                features(),
                seconds(Setting.READY_TIMEOUT),
                seconds(Setting.STOP_TIMEOUT),
                yesOrNo(Setting.START_ARCHIVE));
    }

    private String value(Setting setting) {
        String value = values.getOrDefault(setting, "");
        return value.isEmpty() ? setting.defaultValue() : value;
    }

    private Optional<Secret> optional(Setting setting) {
        return Optional.of(value(setting)).filter(value -> !value.isEmpty()).map(Secret::new);
    }

    private int number(Setting setting, int lowest, int highest) {
        String value = value(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says the same, and names the setting.
        }
        reject(setting, "is \"" + value + "\"; give a whole number from " + lowest + " to " + highest + ".");
        return lowest;
    }

    private int backendPort() {
        int port = number(Setting.BACKEND_PORT, 0, HIGHEST_PORT);
        if (port != 0 && value(Setting.BACKEND_PORT).equals(value(Setting.HTTP_PORT))) {
            reject(
                    Setting.BACKEND_PORT,
                    "is the port of " + Setting.HTTP_PORT.variable() + " too; give them two ports.");
        }
        return port;
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting, 1, LONGEST_WAIT_SECONDS));
    }

    private boolean yesOrNo(Setting setting) {
        String value = value(setting);
        if (!value.equals("true") && !value.equals("false")) {
            reject(setting, "is \"" + value + "\"; give true or false.");
        }
        return value.equals("true");
    }

    private Path directory(Path home, Setting setting) {
        try {
            return home.resolve(value(setting)).normalize();
        } catch (InvalidPathException e) {
            reject(setting, "is not a path (" + e.getReason() + "); give a folder.");
            return home;
        }
    }

    private Optional<Secret> mongoUri() {
        Optional<Secret> uri = optional(Setting.MONGO_URI);
        if (uri.isPresent() && !uri.get().get().matches("mongodb(\\+srv)?://.+")) {
            reject(
                    Setting.MONGO_URI,
                    "does not start with mongodb:// or mongodb+srv://; unset it for the embedded store.");
        }
        return uri;
    }

    private List<String> features() {
        List<String> names = new ArrayList<>();
        for (String name : value(Setting.FEATURES).split(",", -1)) {
            if (name.trim().matches("[A-Za-z0-9_-]+")) {
                names.add(name.trim());
            } else {
                reject(Setting.FEATURES, "has the name \"" + name + "\"; give names of feature files without .json.");
            }
        }
        return names;
    }

    private void reject(Setting setting, String what) {
        problems.add(origins.getOrDefault(setting, setting.key()) + " " + what);
    }
}
