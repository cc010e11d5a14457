package org.bindery.launcher;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;

/** Takes the framework's own messages to the log instead of to standard output. */
final class FrameworkLog extends Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

    @Override
    protected void doLog(int level, String message, Throwable problem) {
        switch (level) {
            case LOG_ERROR -> LOG.error(message, problem);
            case LOG_WARNING -> LOG.warn(message, problem);
            case LOG_INFO -> LOG.info(message, problem);
            default -> LOG.debug(message, problem);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as the method it overrides
    protected void doLog(Bundle bundle, ServiceReference sr, int level, String message, Throwable problem) {
        doLog(level, bundle == null ? message : bundle.getSymbolicName() + ": " + message, problem);
    }
}
