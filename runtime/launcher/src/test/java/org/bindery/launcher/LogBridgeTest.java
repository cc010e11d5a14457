package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.slf4j.LoggerFactory;

class LogBridgeTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> messages = new ListAppender<>();

    @BeforeEach
    void listen() {
        messages.start();
        root.addAppender(messages);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(messages);
    }

    @Test
    void keepsLevelMessageAndCause() {
        LogBridge.write(
                new Entry("some.Component", LogLevel.ERROR, "cannot activate", new IllegalStateException("why")));
        assertThat(messages.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("cannot activate");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("why");
        });
    }

    @Test
    void leavesOutEventsOfBundlesAndServices() {
        LogBridge.write(new Entry("Events.Bundle", LogLevel.INFO, "BundleEvent STARTED", null));
        LogBridge.write(new Entry("Events.Framework", LogLevel.ERROR, "FrameworkEvent ERROR", null));
        assertThat(messages.list).isEmpty();
    }

    private record Entry(String name, LogLevel level, String message, Throwable problem) implements LogEntry {

        @Override
        public Bundle getBundle() {
            return null;
        }

        @Override
        public ServiceReference<?> getServiceReference() {
            return null;
        }

        @Override
        @Deprecated
        public int getLevel() {
            throw new AssertionError("replaced by getLogLevel");
        }

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public Throwable getException() {
            return problem;
        }

        @Override
        public long getTime() {
            return 0;
        }

        @Override
        public LogLevel getLogLevel() {
            return level;
        }

        @Override
        public String getLoggerName() {
            return name;
        }

        @Override
        public long getSequence() {
            return 0;
        }

        @Override
        public String getThreadInfo() {
            return "test";
        }

        @Override
        public StackTraceElement getLocation() {
            return null;
        }
    }
}
