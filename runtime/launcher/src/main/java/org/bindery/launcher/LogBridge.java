package org.bindery.launcher;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes what bundles write to the OSGi LogService (component failures above all) to SLF4J. It sits in the launcher, so
 * that it listens before the first bundle starts.
 */
final class LogBridge extends ServiceTracker<LogReaderService, LogReaderService> {

    // Bundle and service events are many and say nothing new; the framework's errors come through FrameworkLog.
    private static final String EVENTS = "Events.";

    private final LogListener listener = LogBridge::write;

    LogBridge(BundleContext context) {
        super(context, LogReaderService.class, null);
    }

    @Override
    public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
        LogReaderService reader = super.addingService(reference);
        reader.addLogListener(listener);
        return reader;
    }

    @Override
    public void removedService(ServiceReference<LogReaderService> reference, LogReaderService reader) {
        reader.removeLogListener(listener);
        super.removedService(reference, reader);
    }

    static void write(LogEntry entry) {
        if (isEvent(entry)) {
            return;
        }
        String name = entry.getBundle() == null ? "osgi" : entry.getBundle().getSymbolicName();
        LoggerFactory.getLogger(name)
                .atLevel(level(entry))
                .setCause(entry.getException())
                .log(entry.getMessage());
    }

    private static boolean isEvent(LogEntry entry) {
        return entry.getLoggerName() != null && entry.getLoggerName().startsWith(EVENTS);
    }

    private static Level level(LogEntry entry) {
        return switch (entry.getLogLevel()) {
            case AUDIT, ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }
}
