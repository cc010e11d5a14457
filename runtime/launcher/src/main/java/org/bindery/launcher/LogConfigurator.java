package org.bindery.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;

/**
 * The default log: the console shows problems only, the file keeps the story, 10 MB a file and 100 MB in all. Written in
 * Java because reading a logback.xml takes 50 ms more of each start; one in {@code $BINDERY_HOME/etc} replaces this.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    private static final int KEPT_DAYS = 30;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        String home = System.getProperty("bindery.home");
        if (home == null || System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console());
        root.addAppender(file(home + "/log/bindery"));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private Appender<ILoggingEvent> console() {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(LogSetup.CONSOLE);
        console.setTarget("System.err");
        ThresholdFilter problems = new ThresholdFilter();
        problems.setLevel(Level.WARN.levelStr);
        problems.start();
        console.addFilter(problems);
        return started(console, "%d{HH:mm:ss} %-5level %logger{20}: %msg%n%ex{6}");
    }

    private Appender<ILoggingEvent> file(String name) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setName("file");
        file.setContext(getContext());
        file.setFile(name + ".log");
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(getContext());
        policy.setParent(file);
        policy.setFileNamePattern(name + "-%d{yyyy-MM-dd}.%i.log.gz");
        policy.setMaxFileSize(FileSize.valueOf("10MB"));
        policy.setTotalSizeCap(FileSize.valueOf("100MB"));
        policy.setMaxHistory(KEPT_DAYS);
        policy.start();
        file.setRollingPolicy(policy);
        return started(file, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger: %msg%n");
    }

    private Appender<ILoggingEvent> started(OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(getContext());
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(getContext());
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
