package org.bindery.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Points Logback at the home folder; must run before the first logger is made. */
final class LogSetup {

    static final String CONSOLE = "console";

    private LogSetup() {}

    static void configure(Home home) {
        System.setProperty("bindery.home", home.root().toString());
        Path own = home.etc().resolve("logback.xml");
        if (Files.isRegularFile(own)) {
            System.setProperty("logback.configurationFile", own.toString());
        }
    }

    /** Bundles that stop warn about each other's absence; only errors are news from then on. The file keeps it all. */
    static void showOnlyErrors() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            Appender<ILoggingEvent> console =
                    logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE);
            if (console != null) {
                ThresholdFilter errors = new ThresholdFilter();
                errors.setLevel(Level.ERROR.levelStr);
                errors.start();
                console.addFilter(errors);
            }
        }
    }
}
