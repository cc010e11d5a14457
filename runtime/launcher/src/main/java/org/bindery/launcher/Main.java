package org.bindery.launcher;

import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * The entry point. Compiled for Java 8 and touching newer classes only after the check, so that a wrong Java gives a
 * sentence instead of an UnsupportedClassVersionError.
 */
public final class Main {

    private static final int LOWEST_JAVA = 17;

    private Main() {}

    public static void main(String[] arguments) {
        String version = System.getProperty("java.specification.version");
        if (!isSupported(version)) {
            System.err.println("Bindery needs Java " + LOWEST_JAVA + " or newer and this is Java " + version + " in "
                    + System.getProperty("java.home") + "; set JAVA_HOME to a newer one.");
            System.exit(2);
        }
        Boot.run(path("bindery.distribution"), path("bindery.home"));
    }

    static boolean isSupported(String version) {
        // Java 8 and older call themselves 1.8; only their first number is below 17 either way.
        return Integer.parseInt(version.split("\\.", -1)[0]) >= LOWEST_JAVA;
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            System.err.println("Start Bindery with bin/bindery; the system property " + property + " is missing.");
            System.exit(2);
        }
        return Paths.get(value).toAbsolutePath().normalize();
    }
}
