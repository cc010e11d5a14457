package org.bindery.launcher;

import ch.qos.logback.classic.LoggerContext;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/**
 * Ends the process. As a shutdown hook it also runs on SIGTERM and SIGINT, for which the JVM would report 143 and 130:
 * a clean stop shall be 0, so the hook itself names the exit code.
 */
final class ProcessEnd implements Runnable {

    private final Deque<Closeable> kept = new ArrayDeque<>();
    private Stop stop;
    private FrameworkCache cache;
    private ExitCode exitCode = ExitCode.STOPPED;

    /** Closed after everything has stopped. */
    synchronized void keep(Closeable resource) {
        kept.push(resource);
    }

    /** Deleted now, as a killed process may have left it, and at the end. */
    synchronized void forget(Path file) {
        delete(file);
        kept.push(() -> delete(file));
    }

    synchronized void stop(Stop newStop, FrameworkCache newCache) {
        stop = newStop;
        cache = newCache;
    }

    synchronized void exitCode(ExitCode newExitCode) {
        exitCode = newExitCode;
    }

    @Override
    public void run() {
        Runtime.getRuntime().halt(finish().number());
    }

    synchronized ExitCode finish() {
        ExitCode stopped = stop == null ? ExitCode.STOPPED : stop.run();
        if (cache != null && stopped == ExitCode.STOPPED && exitCode == ExitCode.STOPPED) {
            cache.markClean();
        }
        kept.forEach(ProcessEnd::close);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.stop();
        }
        return exitCode == ExitCode.STOPPED ? stopped : exitCode;
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            System.err.println("While stopping: " + Causes.of(e));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.err.println("The file " + file + " remains: " + Causes.of(e));
        }
    }
}
