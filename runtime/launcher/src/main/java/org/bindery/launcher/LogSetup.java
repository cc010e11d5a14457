package org.bindery.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** Points Logback at the home folder; must run before the first logger is made. */
final class LogSetup {

    private LogSetup() {}

    static void configure(Home home) {
        System.setProperty("bindery.home", home.root().toString());
        Path own = home.etc().resolve("logback.xml");
        if (Files.isRegularFile(own)) {
            System.setProperty("logback.configurationFile", own.toString());
        }
    }
}
